import { isJsonObject } from '../document/json-object.ts';

/** Where a value first differed from its shape. */
export interface Fault {
  at: string;
  expected: string;
  depth: number;
}

/** Tells whether a value has a shape; when not, the fault says where. */
export type Guard<T> = (value: unknown, at: string, fault: Fault) => value is T;

interface Optional<T> {
  readonly optional: Guard<T>;
}
type Field<T, K extends keyof T> =
  Partial<Pick<T, K>> extends Pick<T, K> ? Optional<Exclude<T[K], undefined>> : Guard<T[K]>;
type Fields<T> = { readonly [K in keyof T]-?: Field<T, K> };

const MAX_DEPTH = 300;

function miss(fault: Fault, at: string, expected: string): false {
  if (fault.expected === '') Object.assign(fault, { at, expected });
  return false;
}

function primitive<T>(expected: string, test: (value: unknown) => boolean): Guard<T> {
  return (value, at, fault): value is T => test(value) || miss(fault, at, expected);
}

export const text = primitive<string>('string', (value) => typeof value === 'string');
export const bool = primitive<boolean>('boolean', (value) => typeof value === 'boolean');
export const yes = primitive<true>('true', (value) => value === true);
/** Anything that is there. */
export const present = primitive<unknown>('JSON value', (value) => value !== undefined);
export const number = primitive<number>('number', Number.isFinite);

/** One of these words; naming every one of the type is what makes it compile. */
export function oneOf<T extends string>(words: { readonly [W in T]: true }): Guard<T> {
  const expected = Object.keys(words).join(' | ');
  return primitive<T>(expected, (v) => typeof v === 'string' && Object.hasOwn(words, v));
}

export function exactly<const T extends number>(wanted: T): Guard<T> {
  return primitive<T>(String(wanted), (value) => value === wanted);
}

export function nullable<T>(guard: Guard<T>): Guard<T | null> {
  return (value, at, fault): value is T | null => value === null || guard(value, at, fault);
}

export const optional = <T>(guard: Guard<T>): Optional<T> => ({ optional: guard });

export function list<T>(item: Guard<T>): Guard<readonly T[]> {
  return (value, at, fault): value is readonly T[] => {
    if (!Array.isArray(value)) return miss(fault, at, 'array');
    return deeper(fault, at, () => value.every((v, i) => item(v, `${at}[${i}]`, fault)));
  };
}

export function record<T>(item: Guard<T>): Guard<{ readonly [key: string]: T }> {
  return (value, at, fault): value is { readonly [key: string]: T } => {
    if (!isJsonObject(value)) return miss(fault, at, 'object');
    return deeper(fault, at, () =>
      Object.entries(value).every(([key, v]) => item(v, `${at}.${key}`, fault)),
    );
  };
}

/** An object with these properties; others are let be. */
export function shape<T>(fields: Fields<T>): Guard<T> {
  const all: readonly (readonly [string, unknown])[] = Object.entries(fields);
  return (value, at, fault): value is T => {
    if (!isJsonObject(value)) return miss(fault, at, 'object');
    return deeper(fault, at, () =>
      all.every(([key, field]) => {
        const inner = Object.hasOwn(value, key) ? value[key] : undefined;
        const place = at === '' ? key : `${at}.${key}`;
        if (isGuard(field)) return field(inner, place, fault);
        return inner === undefined || (isOptional(field) && field.optional(inner, place, fault));
      }),
    );
  };
}

/** The shape that the word under `key` says it has. */
export function tagged<T>(key: string, shapes: { readonly [tag: string]: Guard<T> }): Guard<T> {
  return (value, at, fault): value is T => {
    if (!isJsonObject(value)) return miss(fault, at, 'object');
    const tag = Object.hasOwn(value, key) ? value[key] : undefined;
    const guard = typeof tag === 'string' && Object.hasOwn(shapes, tag) ? shapes[tag] : undefined;
    if (guard === undefined) return miss(fault, `${at}.${key}`, Object.keys(shapes).join(' | '));
    return guard(value, at, fault);
  };
}

const isGuard = (field: unknown): field is Guard<unknown> => typeof field === 'function';
const isOptional = (field: unknown): field is Optional<unknown> => isJsonObject(field);

function deeper(fault: Fault, at: string, test: () => boolean): boolean {
  if (fault.depth >= MAX_DEPTH) return miss(fault, at, `depth <= ${MAX_DEPTH}`);
  fault.depth += 1;
  const fits = test();
  fault.depth -= 1;
  return fits;
}
