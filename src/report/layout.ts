import { breakLines, measure } from './terminal.ts';

/** Most texts: a column a character, told without the tables of Unicode. */
const PLAIN = /^[ -~]*$/;

/** Columns that a text takes on a terminal; Korean and emoji take two a character. */
export function widthOf(text: string): number {
  return PLAIN.test(text) ? text.length : measure(text);
}

/** Fills up with spaces to a width. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/**
 * Breaks a text into lines of at most `width` columns; null: not at all. A word that is too long
 * stays whole, so that a path or command can be copied.
 */
export function wrap(text: string, width: number | null, first: string, rest: string): string {
  if (width === null) return first + text;
  const room = Math.max(10, width - Math.max(widthOf(first), widthOf(rest)));
  return breakLines(text, room)
    .map((line, i) => (i === 0 ? first : rest) + line)
    .join('\n');
}

/** The start of a text that fits into so many columns. */
export function takeStart(text: string, width: number): string {
  if (width < 1) return '';
  return widthOf(text) <= width ? text : `${collect([...text], width - 1).join('')}…`;
}

/** The end of a text that fits into so many columns. */
export function takeEnd(text: string, width: number): string {
  if (width < 1) return '';
  if (widthOf(text) <= width) return text;
  return `…${collect([...text].reverse(), width - 1)
    .reverse()
    .join('')}`;
}

function collect(characters: readonly string[], width: number): string[] {
  const taken: string[] = [];
  let used = 0;
  for (const character of characters) {
    used += widthOf(character);
    if (used > width) break;
    taken.push(character);
  }
  return taken;
}
