import { parse } from './json5.ts';
import type { JsonValue } from './parse.ts';

/** JSON5 as OpenClaw's own parser reads it; throws what that parser throws. */
export function readJson5(text: string): JsonValue {
  const warn = console.warn;
  // It warns on the terminal about U+2028 in strings, which a hostile file may hold in masses.
  console.warn = () => {};
  try {
    return parse(text) as JsonValue;
  } finally {
    console.warn = warn;
  }
}

/** The same value, found sooner where the text is plain JSON. */
export function readValue(text: string): JsonValue {
  try {
    return JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text) as JsonValue;
  } catch {
    return readJson5(text);
  }
}
