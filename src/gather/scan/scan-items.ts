import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgeAcross } from '../../scan/across.ts';
import type { FileResult, ScanFinding } from '../../scan/finding.ts';
import type { ItemKind, ScanItem } from '../../scan/item.ts';
import { judgeItem } from '../../scan/scan-item.ts';
import { type Verdict, verdictOf } from '../../scan/verdict.ts';
import { VERSION } from '../../version.ts';
import { type Cache, keyOf } from './cache.ts';
import { runBatches } from './pool.ts';
import { readStart } from './read-start.ts';
import { type Batch, type FileOutcome, MAX_BYTES } from './scan-batch.ts';
import type { Unread } from './unread.ts';
import { WORKER_FILE } from './worker-file.ts';

export interface ScanOptions {
  /** Whether indicators of compromise count. */
  readonly indicators: boolean;
  readonly workers?: number;
  readonly cache?: Cache;
  /** Whether the time is up. */
  expired?(): boolean;
  /** Told now and then how many files are done. */
  progress?(done: number, total: number): void;
}

export interface ItemReport {
  readonly kind: ItemKind;
  readonly name: string;
  readonly path: string;
  /** Files read. */
  readonly files: number;
  readonly verdict: Verdict;
  /** The worst first. */
  readonly findings: readonly ScanFinding[];
}

export interface ScanReport {
  /** In the order given. */
  readonly items: readonly ItemReport[];
  readonly unread: readonly Unread[];
}

const BATCH_FILES = 24;

/** Scans items: each file by itself, each item as a whole, then all of them together. */
export async function scanItems(
  items: readonly ScanItem[],
  options: ScanOptions,
): Promise<ScanReport> {
  const build = options.cache ? buildId(options.indicators) : '';
  const outcomes = items.map((item) => recall(item, build, options.cache));
  const batches = items.flatMap((item, index) =>
    outcomes[index]?.cached ? [] : batchesOf(item, index, options.indicators),
  );
  const total = batches.reduce((sum, batch) => sum + batch.files.length, 0);
  let done = 0;
  const found = new Map<number, FileOutcome[]>();
  await runBatches(
    batches,
    {
      expired: options.expired ?? (() => false),
      ...(options.workers === undefined ? {} : { workers: options.workers }),
    },
    ({ item }, fresh) => {
      const list = found.get(item) ?? [];
      list.push(...fresh);
      found.set(item, list);
      done += fresh.length;
      options.progress?.(done, total);
    },
  );
  const unread: Unread[] = [];
  const views = items.map((item, index) => {
    const known =
      outcomes[index]?.cached ?? collect(item, found.get(index) ?? [], build, options.cache);
    unread.push(...known.unread);
    return { item, results: known.results };
  });
  const across = judgeAcross(views);
  const reports = views.map((view, index): ItemReport => {
    const { kind, name, path, files } = view.item;
    const own = judgeItem(view);
    const more = across.get(index) ?? [];
    const findings = [...own.findings, ...more];
    const verdict = more.length === 0 ? own.verdict : verdictOf(findings);
    return { kind, name, path, files: files.length, verdict, findings };
  });
  return { items: reports, unread };
}

function batchesOf({ root, files }: ScanItem, item: number, indicators: boolean): Batch[] {
  const batches: Batch[] = [];
  for (let i = 0; i < files.length; i += BATCH_FILES)
    batches.push({ item, root, files: files.slice(i, i + BATCH_FILES), indicators });
  return batches;
}

interface Known {
  readonly results: readonly FileResult[];
  readonly unread: readonly Unread[];
}

/** What the cache knows of an item as it is now: every file of it is read and hashed first. */
function recall(item: ScanItem, build: string, cache: Cache | undefined): { cached?: Known } {
  if (!cache) return {};
  const sums = item.files.map((file) => {
    const start = readStart(join(item.root, file), MAX_BYTES);
    return [file, 'bytes' in start ? hash('sha256', start.bytes, 'hex') : ''] as const;
  });
  const cached = cache.get(keyOf(build, item.path, sums));
  return cached ? { cached } : {};
}

/** Puts the outcomes of an item in the order of its files, and remembers them. */
function collect(
  item: ScanItem,
  outcomes: readonly FileOutcome[],
  build: string,
  cache: Cache | undefined,
): Known {
  const byFile = new Map(outcomes.map((outcome) => [outcome.file, outcome]));
  const ordered = item.files.flatMap((file) => byFile.get(file) ?? []);
  const known = {
    results: ordered.flatMap(({ results }) => results),
    unread: ordered.flatMap((outcome) => outcome.unread),
  };
  const complete = known.unread.every(
    ({ reason }) => reason !== 'deadline' && reason !== 'scan_failed',
  );
  if (cache && complete)
    cache.put(
      keyOf(
        build,
        item.path,
        ordered.map(({ file, sha256 }) => [file, sha256]),
      ),
      known,
    );
  return known;
}

/** Another build may judge otherwise. */
function buildId(indicators: boolean): string {
  let code = '';
  try {
    code = hash('sha256', readFileSync(WORKER_FILE), 'hex');
  } catch {
    // The sources are run; the version has to do.
  }
  return `${VERSION} ${code} ${indicators}`;
}
