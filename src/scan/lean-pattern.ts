/** An escape, a class, or the end of what may be there several times or not at all. */
const PARTS = /\\.|\[(?:\\.|[^\]\\])*\]|(?:\{\d,\d\}|\)\?)(?!\?)/g;

/**
 * A pattern that matches the same and is compiled in a fraction of the time: V8 compiles what follows a
 * short repetition anew for each length that it may have, one within the other, unless a look ahead
 * stands between them, if only at nothing.
 */
export function lean({ source, flags }: RegExp): RegExp {
  const parted = source.replace(PARTS, (part) => (/^[{)]/.test(part) ? `${part}(?=)` : part));
  return new RegExp(parted, flags);
}
