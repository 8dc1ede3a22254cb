import { isJsonObject } from './json-object.ts';
import type { JsonValue } from './parse.ts';
import type { Route } from './route.ts';

/** The value with another one at a route; undefined when the route leads nowhere. */
export function withValue(
  value: JsonValue,
  route: Route,
  wanted: JsonValue,
): JsonValue | undefined {
  const [step, ...rest] = route;
  if (step === undefined) return wanted;
  if (Array.isArray(value)) {
    const old: JsonValue | undefined = typeof step === 'number' ? value[step] : undefined;
    const inner = old === undefined ? undefined : withValue(old, rest, wanted);
    return inner === undefined
      ? undefined
      : value.map((item: JsonValue, index) => (index === step ? inner : item));
  }
  if (!isJsonObject(value) || typeof step !== 'string') return undefined;
  const old = Object.hasOwn(value, step) ? value[step] : undefined;
  const inner = withValue(old ?? {}, rest, wanted);
  if (inner === undefined) return undefined;
  const entries = Object.entries(value).filter(([key]) => key !== step);
  return Object.fromEntries([...entries, [step, inner]]);
}

/** Whether two values are the same; the order of keys does not count. */
export function sameValue(a: JsonValue, b: JsonValue): boolean {
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false;
    const others: readonly JsonValue[] = b;
    return a.every((item: JsonValue, index) => sameValue(item, others[index] ?? null));
  }
  if (!isJsonObject(a)) return Object.is(a, b);
  if (!isJsonObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameValue(a[key] ?? null, b[key] ?? null))
  );
}
