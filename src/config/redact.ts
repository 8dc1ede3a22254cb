import { isJsonObject } from '../document/json-object.ts';
import type { JsonValue, Range, Route } from '../document/parse.ts';
import { findCredentials, isFiller, isWeak } from './credentials.ts';
import {
  type Context,
  descend,
  findHidden,
  isPublicKey,
  isSecretText,
  TOP,
} from './redact-policy.ts';
import { isJsonList } from './schema-values.ts';
import type { Secret } from './secret.ts';
import { isSecretKey } from './secret-keys.ts';
import { isAuditTarget, type SecretResolver, secretRefOf } from './secret-refs.ts';
import type { ConfigValue } from './tree.ts';
import { findUrlSecrets } from './url-secrets.ts';

type Kind = Secret['$secret']['kind'];

/** What became of the variables in one string of the config. */
export interface Substitution {
  readonly names: readonly string[];
  readonly unset: readonly string[];
  /** Written `$${NAME}`: a literal that only looks like a variable. */
  readonly escaped: boolean;
}
/** The substitution at a route of the tree; undefined where no variable is used. */
export type SubstitutionAt = (route: Route) => Substitution | undefined;

/** Takes secrets out of values and texts; one for a whole run, so that equal secrets stay recognisable. */
export interface Redactor {
  secret(value: string, kind: Kind, env?: readonly string[]): Secret;
  /** Remembers a secret, so that it is also hidden where it is repeated in harmless settings. */
  learn(value: string): void;
  tree(tree: JsonValue, substitutionAt: SubstitutionAt, refs?: SecretResolver): ConfigValue;
  /** As `findHidden`, and repetitions of secrets seen so far. */
  hidden(context: Context, text: string, previous: string | undefined): 'all' | readonly Range[];
  /** A short text of unknown origin with everything that looks secret replaced. */
  text(text: string): string;
  /** A key as it may be shown. */
  key(key: string): string;
  route(route: Route): Route;
  /** Whether a text still holds a secret seen so far. */
  leaks(text: string): boolean;
}

const MAX_LEARNT = 200;
const MIN_LEARNT = 12;
const MASK = '***';
const MAX_TEXT = 500;

/** Long and odd enough that hiding every repetition hides nothing else. */
function isDistinct(value: string): boolean {
  return (
    value.length >= MIN_LEARNT &&
    /[^a-z._:/-]/.test(value) &&
    /[^0-9:+._-]/.test(value) &&
    !/^(?:[~./]|[A-Za-z]:\\)|:\/\//.test(value)
  );
}

/** Overlapping ranges joined, in order. */
function joinRanges(ranges: readonly Range[]): readonly Range[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

function cut(text: string, ranges: readonly Range[]): string {
  let result = '';
  let from = 0;
  for (const { start, end } of joinRanges(ranges)) {
    result += text.slice(from, start) + MASK;
    from = end;
  }
  return result + text.slice(from);
}

export function createRedactor(): Redactor {
  const ids = new Map<string, number>();
  const learnt = new Set<string>();

  const intern = (text: string) => {
    const known = ids.get(text);
    if (known !== undefined) return known;
    ids.set(text, ids.size + 1);
    return ids.size;
  };
  const secret: Redactor['secret'] = (value, kind, env) => {
    const text = value.trim();
    const known = kind === 'literal' && isFiller(text) ? 'placeholder' : kind;
    return {
      $secret: {
        length: text.length,
        id: intern(`=${text}`),
        kind: known,
        ...(env && env.length > 0 && { env: env.map(safeName) }),
        ...(isWeak(text) && { weak: true }),
        ...(/^(?:undefined|null)$/.test(text) && { nothing: true }),
        ...(/^\$\{[^}]*\}$/.test(text) && { template: true }),
      },
    };
  };
  const learn = (value: string) => {
    const text = value.trim();
    if (learnt.size < MAX_LEARNT && isDistinct(text)) learnt.add(text);
  };
  const repetitions = (text: string) => {
    const found: Range[] = [];
    for (const value of learnt) {
      for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + value.length)) {
        found.push({ start: at, end: at + value.length });
      }
    }
    return found;
  };
  const hidden: Redactor['hidden'] = (context, text, previous) => {
    const found = findHidden(context, text, previous);
    return found === 'all' ? found : joinRanges([...found, ...repetitions(text)]);
  };
  const text = (value: string) => {
    const short = value.slice(0, MAX_TEXT);
    return cut(short, [...findCredentials(short), ...findUrlSecrets(short), ...repetitions(short)]);
  };
  const safeName = (name: string) => (isSecretText(name) ? MASK : name);
  const key = (name: string) =>
    !isPublicKey(name) && (isSecretText(name) || repetitions(name).length > 0)
      ? '_'.repeat(name.length)
      : name;

  const leaf = (
    value: string,
    context: Context,
    previous: string | undefined,
    used?: Substitution,
  ) => {
    const found = hidden(context, value, previous);
    if (found !== 'all') {
      const [only] = found;
      const all = only && value.slice(only.start, only.end).trim() === value.trim();
      if (!all || findUrlSecrets(value).length > 0) return cut(value, found);
    }
    if (used && used.unset.length > 0) {
      return { $secret: { ...secret(value, 'env', used.names).$secret, length: 0 } };
    }
    if (used && used.names.length > 0) return secret(value, 'env', used.names);
    return secret(value, used?.escaped ? 'placeholder' : 'literal');
  };

  const enter = (
    value: JsonValue,
    context: Context,
    route: Route,
    previous: string | undefined,
    at: SubstitutionAt,
    refs: SecretResolver | undefined,
  ): ConfigValue => {
    if (typeof value === 'string') return leaf(value, context, previous, at(route));
    if (typeof value === 'number') {
      if (hidesNumbers(context)) return secret(String(value), 'literal');
      return Number.isFinite(value) ? value : null;
    }
    if (typeof value !== 'object' || value === null) return value;
    if (isJsonList(value)) {
      return value.map((item, index) => {
        const before = value[index - 1];
        const flag = typeof before === 'string' ? before : undefined;
        return enter(item, descend(context, index), [...route, index], flag, at, refs);
      });
    }
    if (!isJsonObject(value)) return null;
    const reference = context.secret ? secretRefOf(value) : undefined;
    if (reference) {
      const { source, provider, id } = reference;
      const found = isAuditTarget(route) ? refs?.resolve(route, reference) : undefined;
      const names = source === 'env' ? [id] : undefined;
      const asText = value.asText === true ? { template: true } : {};
      if (found !== undefined) {
        learn(found);
        return { $secret: { ...secret(found, 'ref', names).$secret, ...asText } };
      }
      const unknown = intern(JSON.stringify([source, provider, id]));
      return { $secret: { ...secret('', 'ref', names).$secret, id: unknown, ...asText } };
    }
    const members = new Map<string, ConfigValue>();
    for (const name of Object.keys(value)) {
      // Only this program may say that something is a secret.
      if (name === '$secret') continue;
      let shown = key(name);
      while (members.has(shown)) shown += '_';
      members.set(
        shown,
        enter(value[name] ?? null, descend(context, name), [...route, name], undefined, at, refs),
      );
    }
    return Object.fromEntries(members);
  };

  const learnFrom = (
    value: JsonValue,
    context: Context,
    at: SubstitutionAt,
    route: Route,
  ): void => {
    if (typeof value === 'string') {
      const { names = [], unset = [] } = at(route) ?? {};
      // Where a variable is unset, its name stands in the value's place, and that is no secret.
      if (unset.length > 0) return;
      const named =
        context.secret && (isSecretKey(context.key) || isSecretKey(String(route.at(-1))));
      if (named || names.some(isSecretKey)) learn(value);
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    for (const [name, child] of Object.entries(value)) {
      const step = Array.isArray(value) ? Number(name) : name;
      learnFrom(child, descend(context, step), at, [...route, step]);
    }
  };

  return {
    secret,
    learn,
    tree(tree, substitutionAt, refs) {
      learnFrom(tree, TOP, substitutionAt, []);
      return enter(tree, TOP, [], undefined, substitutionAt, refs);
    },
    hidden,
    text,
    key,
    route: (route) => route.map((step) => (typeof step === 'string' ? key(step) : step)),
    leaks: (value) => repetitions(value).length > 0,
  };
}

/** Numbers can be passwords too, but `chunking.tokens` counts them. */
export function hidesNumbers(context: Context): boolean {
  return context.secret && !/tokens$/i.test(context.key);
}
