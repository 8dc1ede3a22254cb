import {
  ASTERISK,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  DOUBLE_QUOTE,
  OPEN_BRACE,
  OPEN_BRACKET,
  SINGLE_QUOTE,
  SLASH,
} from './characters.ts';
import { isLineBreak } from './lines.ts';

/** A stretch of a text: UTF-16 offsets, end exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface Scan {
  readonly comments: readonly Range[];
  /** Offset of the first bracket that is nested deeper than allowed. */
  readonly tooDeepAt: number | undefined;
}

/**
 * Says where the string that starts at an offset ends, quotes included; an unclosed one reaches to the end
 * of the text. Offsets asked for must only grow: escapes are looked for once.
 */
export function stringEnds(text: string): (start: number) => number {
  let backslash = text.indexOf('\\');
  return (start) => {
    if (backslash >= 0 && backslash < start) backslash = text.indexOf('\\', start);
    const quote = text.charAt(start);
    let close = text.indexOf(quote, start + 1);
    if (close < 0) return text.length;
    if (backslash < 0 || backslash > close) return close + 1;
    for (close = backslash; close < text.length; close++) {
      const char = text.charAt(close);
      if (char === '\\') close++;
      else if (char === quote) return close + 1;
    }
    return text.length;
  };
}

/** Offset behind the comment that starts here; `start` itself when none does. */
export function endOfComment(text: string, start: number): number {
  const code = text.charCodeAt(start + 1);
  if (code === ASTERISK) {
    const close = text.indexOf('*/', start + 2);
    return close < 0 ? text.length : close + 2;
  }
  if (code !== SLASH) return start;
  let end = start + 2;
  while (end < text.length && !isLineBreak(text.charCodeAt(end))) end++;
  return end;
}

/** One linear pass over any text, JSON5 or not: finds comments and nesting that could exhaust a stack. */
export function scan(text: string, maxDepth: number): Scan {
  const comments: Range[] = [];
  const endOfString = stringEnds(text);
  let depth = 0;
  let at = 0;
  while (at < text.length) {
    switch (text.charCodeAt(at)) {
      case DOUBLE_QUOTE:
      case SINGLE_QUOTE:
        at = endOfString(at);
        continue;
      case SLASH: {
        const end = endOfComment(text, at);
        if (end === at) break;
        comments.push({ start: at, end });
        at = end;
        continue;
      }
      case OPEN_BRACKET:
      case OPEN_BRACE:
        depth++;
        if (depth > maxDepth) return { comments, tooDeepAt: at };
        break;
      case CLOSE_BRACKET:
      case CLOSE_BRACE:
        depth--;
    }
    at++;
  }
  return { comments, tooDeepAt: undefined };
}
