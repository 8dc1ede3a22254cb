import type { ScanFinding } from './finding.ts';
import type { Evidence } from './rule.ts';
import { unparseableCode } from './rules/code/unparseable-code.ts';

const MAX_WORDS = 6;
const DOUBTED = { severity: 'warn', confidence: 'likely' } as const;

/**
 * Says that not all of a text of code was followed, and what the rest of it holds. What can be made out
 * of a broken text is followed like any other, so this is about the rest alone. Where the rest has
 * words of running other code, the item is not called clean: whatever runs such a text may read it
 * otherwise (a later version of the language, a program that mends it first). Of 15,533 public skills
 * three are judged by this, by mistakes of their authors, of honest plugins and vendors' skills none.
 */
export function unfollowed(
  key: 'syntax' | 'large',
  rest: readonly string[],
  dangerous: RegExp,
  at: Evidence,
): ScanFinding {
  const words = new Set<string>();
  for (const text of rest)
    for (const [word] of text.matchAll(dangerous)) {
      if (words.size >= MAX_WORDS) break;
      words.add(word.replace('(', '').trimEnd());
    }
  const { file: path } = at;
  const found = [...words];
  if (found.length === 0) return unparseableCode.found(key, { path }, at);
  return unparseableCode.found('words', { path, found }, at, DOUBTED);
}

/** Says that a text can't be parsed within any bound: nobody writes such code by hand, and none of it was seen. */
export function unreadable(at: Evidence): ScanFinding {
  return unparseableCode.found('unreadable', { path: at.file }, at, DOUBTED);
}
