import { join } from 'node:path';
import { MAX_REFERENCE_BYTES, type Met } from '../scan/reference/facts.ts';
import type { CodeMatch } from '../scan/reference/match.ts';
import { isCodeFile, type ReferenceScan } from '../scan/reference/scan.ts';
import type { CodeHit } from './code-facts.ts';
import type { Collecting } from './collect.ts';
import type { List } from './list-once.ts';
import { readFileBounded } from './read-file.ts';
import type { KnownLines } from './scan/scan-installed.ts';
import { type CodePath, leadsTo, walkCode } from './walk-code.ts';

/** What may still be read, over all directories. */
export interface Budget {
  files: number;
  bytes: number;
  /** Set once something was left out for it. */
  spent: boolean;
}

export interface DirectoryScan {
  readonly files: number;
  readonly hits: readonly CodeHit[];
  readonly failed?: string;
}

const PART = 'code';
const UTF8 = new TextDecoder();
/** Where OpenClaw stops in one directory. */
const REFERENCE_FILES = 500;
/** Hits kept of one rule in one directory: enough to tell, and to list. */
const MAX_HITS = 200;
const MAX_FAILURES = 5;

export interface ToScan {
  readonly root: string;
  /** Relative paths that are read before all others. */
  readonly first: readonly string[];
  /** Whether all below the root is read, too. */
  readonly whole: boolean;
  /** The file of instructions, for a skill. */
  readonly skillFile?: string;
}

/** How a directory is read, and what is looked for. */
export interface Means {
  readonly reference: ReferenceScan;
  readonly list: List;
  readonly known: KnownLines;
}

/** Matches the code of a directory with the rules of the reference. */
export function scanDirectory(
  run: Collecting,
  budget: Budget,
  { root, first, whole, skillFile }: ToScan,
  { reference, list, known }: Means,
): DirectoryScan {
  const hits: CodeHit[] = [];
  const kept = new Map<string, number>();
  const failures: string[] = [];
  const failed = (path: string, errno: string) => {
    if (failures.length < MAX_FAILURES) failures.push(`${path}: ${errno}`);
  };
  const keep = (file: string, match: CodeMatch) => {
    const count = kept.get(match.rule) ?? 0;
    kept.set(match.rule, count + 1);
    if (count < MAX_HITS) hits.push({ ...match, file });
  };
  const cut = (path: string, limit: number) =>
    run.skip({
      part: PART,
      reason: 'too_many',
      subject: join(root, path),
      detail: `more than ${limit}`,
    });

  let files = 0;
  let counted = 0;
  const seen = new Set<string>();
  const take = (file: string, match: (text: string) => readonly CodeMatch[]) => {
    const path = join(root, file);
    const met = known.get(path) ?? readAndMatch(path, budget, match);
    // What is too large here is left out by OpenClaw; the scan by data flow reads it.
    if (met === 'too_large' || met === 'unread') return;
    if ('errno' in met) {
      // Of a skill's own file that is told where skills are looked for.
      if (file !== skillFile) failed(file, met.errno);
      return;
    }
    files++;
    for (const match of met) keep(file, match);
  };
  if (skillFile !== undefined && reference.matchSkill) take(skillFile, reference.matchSkill);
  const walked = whole
    ? walkCode(root, { failed, cut }, { followLinks: reference.followsLinks, list })
    : [];
  const named = first.map((path): CodePath => ({ path, unseen: true }));
  for (const { path: file, unseen } of chain(named, walked)) {
    if (seen.has(file)) continue;
    seen.add(file);
    const path = join(root, file);
    if (!known.has(path)) {
      if (!mayGoOn(run, budget, root)) break;
      const kind = unseen ? leadsTo(path) : 'file';
      if (typeof kind === 'object') failed(file, kind.errno);
      if (kind !== 'file') continue;
    }
    if (!isCodeFile(file)) continue;
    if (++counted > REFERENCE_FILES) break;
    take(file, reference.matchCode);
  }
  return { files, hits, ...(failures.length > 0 ? { failed: failures.join(', ') } : {}) };
}

function readAndMatch(
  path: string,
  budget: Budget,
  match: (text: string) => readonly CodeMatch[],
): Met | { readonly errno: string } | 'unread' {
  const read = readFileBounded(path, MAX_REFERENCE_BYTES);
  if (read.status === 'failed' && read.reason === 'unreadable') return { errno: read.detail };
  if (read.status !== 'ok') return 'unread';
  budget.files--;
  budget.bytes -= read.bytes.length;
  return match(UTF8.decode(read.bytes));
}

function* chain<T>(...parts: readonly Iterable<T>[]): Generator<T> {
  for (const part of parts) yield* part;
}

function mayGoOn(run: Collecting, budget: Budget, root: string): boolean {
  if (budget.spent) return false;
  if (run.deadline.expired()) run.skip({ part: PART, reason: 'deadline', subject: root });
  else if (budget.files <= 0 || budget.bytes <= 0)
    run.skip({ part: PART, reason: 'too_many', subject: root });
  else return true;
  budget.spent = true;
  return false;
}
