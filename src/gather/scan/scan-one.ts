import { hash } from 'node:crypto';
import { join } from 'node:path';
import { BODY_FACT } from '../../scan/across.ts';
import { archiveOrders } from '../../scan/archive-orders.ts';
import { closedFinding, encryptedFinding, escapeFindings } from '../../scan/binary/members.ts';
import { longestCut } from '../../scan/bounds.ts';
import type { FileResult } from '../../scan/finding.ts';
import { scanFile } from '../../scan/scan-file.ts';
import {
  decode,
  isBinary,
  type Language,
  languageOf,
  type SourceFile,
} from '../../scan/source-file.ts';
import { stringsIn } from '../../scan/strings.ts';
import type { Batch, FileOutcome } from './batch.ts';
import { HangError, type Run } from './bounded.ts';
import { type Expanded, expand, type Loose } from './expand.ts';
import type { KeptFiles } from './kept-files.ts';
import { prepareAll } from './languages.ts';
import { MAX_BYTES, readStart } from './read-start.ts';
import { sameFiles } from './same-files.ts';
import { HANGS, type Unread, type UnreadReason } from './unread.ts';

const MAX_TEXT = 16 * 1024 * 1024;
/** Reasons for which what is in an archive stays unseen, in the words of the rule. */
const CLOSED: ReadonlyMap<UnreadReason, Parameters<typeof closedFinding>[1]> = new Map([
  ['unsupported', 'closed'],
  ['damaged', 'damaged'],
  ['too_deep', 'nested'],
]);
const MAX_CLOSED = 50;

/** Files that this thread has scanned. */
const known = sameFiles();

/** Reads and scans one file of a batch. */
export async function scanOne(
  { root, indicators, unfollowed }: Batch,
  file: string,
  run: Run,
  kept?: KeptFiles,
): Promise<FileOutcome> {
  const path = join(root, file);
  const start = readStart(path, MAX_BYTES);
  if (!('bytes' in start)) return { file, sha256: '', results: [], unread: [{ path, ...start }] };
  const { bytes, size } = start;
  const sha256 = hash('sha256', bytes, 'hex');
  const isUnfollowed = unfollowed?.includes(file) === true;
  const unread: Unread[] = isUnfollowed ? [{ path, reason: 'scan_failed', detail: HANGS }] : [];
  if (size > bytes.length) unread.push({ path, reason: 'too_large', detail: String(size) });
  const same = { path: file, sha256, indicators };
  const before = unread.length === 0 ? known.get(same) : undefined;
  if (before) return { file, sha256, results: before, unread };
  const { files, unread: closed } = expand({ path: file, bytes });
  for (const entry of closed) unread.push({ ...entry, path: join(root, entry.path) });
  const sources = files.map(sourceOf);
  for (const { path: name, bytes: whole, language } of sources)
    if (whole.length > MAX_TEXT && language !== 'binary')
      unread.push({ path: join(root, name), reason: 'too_large', detail: String(whole.length) });
  await prepareAll();
  const results: FileResult[] = closed.slice(0, MAX_CLOSED).flatMap(closedResult);
  const options = { indicators, ...(kept ? { keepTree: kept.keep } : {}) };
  for (const source of sources) {
    const escaping = escapeFindings(source.path);
    if (escaping.length > 0) results.push({ path: source.path, findings: escaping, facts: [] });
    const failed = (detail: string) =>
      unread.push({ path: join(root, source.path), reason: 'scan_failed', detail });
    try {
      const result = isUnfollowed ? undefined : scanFollowed(source, options, run);
      if (!result && !isUnfollowed) failed(HANGS);
      results.push(completed(source, result ?? run(() => scanByWords(source, indicators))));
    } catch (error) {
      failed(error instanceof Error ? error.name : 'unknown');
    }
  }
  for (const { path: name, facts } of results) {
    const detail = longestCut(facts);
    if (detail !== undefined) unread.push({ path: join(root, name), reason: 'too_large', detail });
  }
  const told = results.filter(saysSomething);
  // What was left unread is told by where the item lies.
  if (unread.length === 0) known.set(same, told);
  return { file, sha256, results: told, unread };
}

/** Undefined when it hangs. */
function scanFollowed(
  source: SourceFile,
  options: Parameters<typeof scanFile>[1],
  run: Run,
): FileResult | undefined {
  try {
    return run(() => scanFile(source, options));
  } catch (error) {
    if (error instanceof HangError) return undefined;
    throw error;
  }
}

function scanByWords(source: SourceFile, indicators: boolean): FileResult {
  return scanFile(source, { indicators, unfollowed: true });
}

/** With what is known of a text whatever its language says of it. */
function completed({ path, language, text }: SourceFile, result: FileResult): FileResult {
  const told = language === 'markdown' ? archiveOrders(path, text) : [];
  const whole = told.length === 0 ? result : { ...result, facts: [...result.facts, ...told] };
  return isSkillFile(path) ? withBody(whole, text) : whole;
}

function closedResult({ path, reason }: Expanded['unread'][number]): readonly FileResult[] {
  if (reason === 'encrypted') return [{ path, findings: [encryptedFinding(path)], facts: [] }];
  const why = CLOSED.get(reason);
  return why === undefined ? [] : [{ path, findings: [closedFinding(path, why)], facts: [] }];
}

function sourceOf({ path, bytes }: Loose): SourceFile {
  if (isBinary(bytes)) return { path, language: 'binary', text: stringsIn(bytes), bytes };
  const text = decode(bytes.length > MAX_TEXT ? bytes.subarray(0, MAX_TEXT) : bytes);
  const language: Language = languageOf(path, text);
  return { path, language, text, bytes };
}

function isSkillFile(path: string): boolean {
  return path === 'SKILL.md' || path === 'skill.md' || path.endsWith('!/SKILL.md');
}

/** Adds a hash of what stands below the head, by which copies under other names are found. */
function withBody(result: FileResult, text: string): FileResult {
  const end = text.startsWith('---') ? text.indexOf('\n---', 3) : -1;
  const body = (end < 0 ? text : text.slice(end + 4)).trim();
  if (body === '') return result;
  const value = hash('sha256', body, 'hex');
  const fact = { kind: BODY_FACT, value, file: result.path, line: 1, column: 1 };
  return { ...result, facts: [...result.facts, fact] };
}

function saysSomething({ findings, facts }: FileResult): boolean {
  return findings.length > 0 || facts.length > 0;
}
