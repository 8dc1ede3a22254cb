import type { JsonValue } from './parse.ts';

export type JsonObject = { readonly [key: string]: JsonValue };

/** Whether a value read from JSON is an object, neither a list nor null. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
