import type { Fact } from './finding.ts';

/** Kind of the fact that a text was not followed to its end; the value is its length in UTF-16 units, or bytes. */
const CUT_FACT = 'read-in-part';

/** Says that a bound was hit, so that the text is listed as not wholly read. */
export function cut(file: string, length: number): Fact {
  return { kind: CUT_FACT, value: String(length), file, line: 1, column: 1 };
}

/** The length of the longest text of these facts that was not followed to its end; undefined when all were. */
export function longestCut(facts: readonly Fact[]): string | undefined {
  let longest: string | undefined;
  for (const { kind, value } of facts)
    if (kind === CUT_FACT && Number(value) > Number(longest ?? -1)) longest = value;
  return longest;
}
