import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';

/** Columns that a text takes on a terminal, by the tables of Unicode. */
export function measure(text: string): number {
  return stringWidth(text);
}

/** Breaks a text into lines of at most so many columns; escape sequences take none. */
export function breakLines(text: string, columns: number): readonly string[] {
  return wrapAnsi(text, columns).split('\n');
}
