import { SKILL_FILE } from '../../locate/skill-file.ts';
import type { Fact } from '../finding.ts';
import { hasUtf16Mark, type SourceFile } from '../source-file.ts';
import type { CodeMatch } from './match.ts';
import { isCodeFile, type ReferenceScan } from './scan.ts';

/** A rule of the reference that a file meets; the value is `level rule`, or that it is too large. */
const REFERENCE_FACT = 'reference-rule';
const TOO_LARGE = 'too_large';

/** The most that the reference reads of a file; a larger one it leaves out, in bytes. */
export const MAX_REFERENCE_BYTES = 1024 * 1024;

/** Which rules of the reference a file meets, by its line; nothing is read of one that is too large. */
export type Met = readonly CodeMatch[] | typeof TOO_LARGE;

/** What the reference would meet in a file of an item, if it came by it; nothing in what it never reads. */
export function referenceFacts(source: SourceFile, reference: ReferenceScan): readonly Fact[] {
  const { path, bytes } = source;
  if (!isReferenceFile(path)) return [];
  const fact = (value: string, line: number): Fact => ({
    ...{ kind: REFERENCE_FACT, value, line },
    ...{ file: path, column: 1 },
  });
  if (bytes.length > MAX_REFERENCE_BYTES) return [fact(TOO_LARGE, 1)];
  const match = path === SKILL_FILE ? reference.matchSkill : reference.matchCode;
  return (match?.(textOf(source)) ?? []).map(({ rule, level, line }) =>
    fact(`${level} ${rule}`, line),
  );
}

const UTF8 = new TextDecoder();

/** It takes whatever it reads for UTF-8. */
function textOf({ language, text, bytes }: SourceFile): string {
  return language === 'binary' || hasUtf16Mark(bytes) ? UTF8.decode(bytes) : text;
}

/** Whether the reference may read a file of that name in a folder that it scans. */
export function isReferenceFile(path: string): boolean {
  return path === SKILL_FILE || (isCodeFile(path) && !HIDDEN.test(path));
}

/** Names that it passes by, unless a manifest leads there. */
const HIDDEN = /(?:^|\/)(?:\.|node_modules\/)/;

/** The same as what it was made of. */
export function metAmong(facts: readonly Fact[]): Met {
  const own = facts.filter(({ kind }) => kind === REFERENCE_FACT);
  if (own.some(({ value }) => value === TOO_LARGE)) return TOO_LARGE;
  return own.map(({ value, line }) => {
    const [level, rule = ''] = value.split(' ');
    return { rule, level: level === 'critical' ? 'critical' : 'warn', line };
  });
}
