import { isJsonObject, type JsonObject } from '../document/json-object.ts';
import type { JsonValue } from '../document/parse.ts';
import type { Route } from '../document/route.ts';

/** A list; `Array.isArray` alone forgets that JSON lists are not to be changed. */
export function isJsonList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** The value at a route, own properties only. */
export function valueAt(value: JsonValue | undefined, ...route: Route): JsonValue | undefined {
  let found = value;
  for (const step of route) {
    if (isJsonList(found)) found = typeof step === 'number' ? found[step] : undefined;
    else if (isJsonObject(found) && Object.hasOwn(found, step)) found = found[step];
    else return undefined;
  }
  return found;
}

/** The object at a route; `{}` when there is none. */
export function objectAt(value: JsonValue | undefined, ...route: Route): JsonObject {
  const found = valueAt(value, ...route);
  return isJsonObject(found) ? found : {};
}

/** The list at a route; empty when there is none. */
export function listAt(value: JsonValue | undefined, ...route: Route): readonly JsonValue[] {
  const found = valueAt(value, ...route);
  return isJsonList(found) ? found : [];
}

/** A text at a route, blanks cut off; empty when there is none. */
export function textAt(value: JsonValue | undefined, ...route: Route): string {
  const found = valueAt(value, ...route);
  return typeof found === 'string' ? found.trim() : '';
}

/** Whether a text still holds a `${NAME}` that could not be filled in. */
export function isUnresolved(text: string): boolean {
  return text.includes('${');
}
