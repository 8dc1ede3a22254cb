import type { FileResult } from '../../scan/finding.ts';
import { followInOrder } from '../../scan/modules/links.ts';
import type { Batch, FileOutcome } from './batch.ts';
import type { Run } from './bounded.ts';
import { notFollowed } from './module-batch.ts';
import { readModules } from './read-modules.ts';
import { scanSource } from './scan-source.ts';
import type { Unread } from './unread.ts';

/** Follows files of an item into each other that were scanned one by one before. */
export function followBatch(
  { path: item, root, files }: Batch,
  modules: readonly string[],
  run: Run,
): FileOutcome {
  const { read, refused } = readModules(root, files, modules);
  const results: FileResult[] = [];
  const unread: Unread[] = [];
  followInOrder(modules, (path, links) => {
    const source = read(path);
    if (!source) return;
    const { result, failed } = scanSource(source, { indicators: false, links, run });
    if (failed !== undefined) unread.push({ path: item, reason: 'scan_failed', detail: failed });
    // What each of them shows by itself is known.
    for (const finding of result?.findings ?? [])
      results.push({ path: finding.file, findings: [finding], facts: [] });
  });
  return { file: '', sha256: '', results, unread: [...unread, ...notFollowed(item, refused())] };
}
