import { join } from 'node:path';
import { closedFinding, encryptedFinding, escapeFindings } from '../../scan/binary/members.ts';
import { longestCut } from '../../scan/bounds.ts';
import type { FileResult } from '../../scan/finding.ts';
import type { SourceFile } from '../../scan/source-file.ts';
import type { Batch, FileOutcome } from './batch.ts';
import type { Run } from './bounded.ts';
import type { Expanded } from './expand.ts';
import { type OpenFile, openFile, type ReadFile } from './open-file.ts';
import { sameFiles } from './same-files.ts';
import { scanSource } from './scan-source.ts';
import { HANGS, type Unread, type UnreadReason } from './unread.ts';

/** Reasons for which what is in an archive stays unseen, in the words of the rule. */
const CLOSED: ReadonlyMap<UnreadReason, Parameters<typeof closedFinding>[1]> = new Map([
  ['unsupported', 'closed'],
  ['damaged', 'damaged'],
  ['too_deep', 'nested'],
]);
const MAX_CLOSED = 50;

/** What a text gave that was followed into others; undefined for one that was not. */
export interface Joint {
  readonly results: readonly FileResult[];
  readonly failed: readonly string[];
}

/** Files that this thread has scanned. */
const known = sameFiles();

/** What a file gave when one with the same name and contents was scanned by itself. */
export function resultsBefore(
  { indicators, reference, unfollowed }: Batch,
  { file, sha256, unread }: ReadFile,
): readonly FileResult[] | undefined {
  if (unread.length > 0 || unfollowed?.includes(file)) return undefined;
  return known.get({ path: file, sha256, indicators, reference });
}

/** Scans one file of a batch that was read; `open` when it was opened, too. */
export function scanOne(
  batch: Batch,
  read: ReadFile,
  run: Run,
  open: OpenFile = openFile(batch.root, read),
  jointOf: (source: SourceFile) => Joint | undefined = () => undefined,
): FileOutcome {
  const { root, indicators, reference } = batch;
  const { file, sha256 } = read;
  const unfollowed = batch.unfollowed?.includes(file) === true;
  const unread: Unread[] = [...read.unread, ...open.unread];
  const tell = (path: string, detail: string) =>
    unread.push({ path: join(root, path), reason: 'scan_failed', detail });
  if (unfollowed) tell(file, HANGS);
  const results: FileResult[] = open.closed.slice(0, MAX_CLOSED).flatMap(closedResult);
  let alone = true;
  for (const source of open.sources) {
    const { path } = source;
    const escaping = escapeFindings(path);
    if (escaping.length > 0) results.push({ path, findings: escaping, facts: [] });
    const joint = jointOf(source);
    if (joint) {
      alone = false;
      results.push(...joint.results);
      for (const failed of joint.failed) tell(path, failed);
      continue;
    }
    const { result, failed } = scanSource(source, { indicators, reference, unfollowed, run });
    if (result) results.push(result);
    if (failed !== undefined && !(unfollowed && failed === HANGS)) tell(path, failed);
  }
  for (const { path: name, facts } of results) {
    const detail = longestCut(facts);
    if (detail !== undefined) unread.push({ path: join(root, name), reason: 'too_large', detail });
  }
  const told = results.filter(saysSomething);
  // What was left unread is told by where the item lies.
  if (unread.length === 0 && alone) known.set({ path: file, sha256, indicators, reference }, told);
  return { file, sha256, results: told, unread };
}

function closedResult({ path, reason }: Expanded['unread'][number]): readonly FileResult[] {
  if (reason === 'encrypted') return [{ path, findings: [encryptedFinding(path)], facts: [] }];
  const why = CLOSED.get(reason);
  return why === undefined ? [] : [{ path, findings: [closedFinding(path, why)], facts: [] }];
}

function saysSomething({ findings, facts }: FileResult): boolean {
  return findings.length > 0 || facts.length > 0;
}
