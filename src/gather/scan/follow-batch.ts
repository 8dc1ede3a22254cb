import type { ScanFinding } from '../../scan/finding.ts';
import { scanModules } from '../../scan/scan-file.ts';
import type { Batch, FileOutcome } from './batch.ts';
import { HangError, type Run } from './bounded.ts';
import type { KeptFiles } from './kept-files.ts';
import { prepareAll } from './languages.ts';
import { readModules } from './read-modules.ts';
import { HANGS, type Unread } from './unread.ts';

/** Follows files of an item into each other. */
export async function followBatch(
  { path, root, files }: Batch,
  modules: readonly string[],
  run: Run,
  kept?: KeptFiles,
): Promise<FileOutcome> {
  await prepareAll();
  const { read, refused } = readModules(root, files, modules, kept);
  let findings: readonly ScanFinding[] = [];
  try {
    findings = run(() => scanModules(modules, read));
  } catch (error) {
    if (!(error instanceof HangError)) throw error;
    const unread: Unread[] = [{ path, reason: 'scan_failed', detail: HANGS }];
    return { file: '', sha256: '', results: [], unread };
  }
  const results = findings.map((it) => ({ path: it.file, findings: [it], facts: [] }));
  const left = refused();
  const unread: Unread[] = left > 0 ? [{ path, reason: 'not_followed', detail: String(left) }] : [];
  return { file: '', sha256: '', results, unread };
}
