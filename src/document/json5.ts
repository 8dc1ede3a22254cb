import JSON5 from 'json5';

/** The parser that OpenClaw reads its configs with; loaded for those that are no plain JSON. */
export function parse(text: string): unknown {
  return JSON5.parse(text);
}
