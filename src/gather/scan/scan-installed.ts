import { statSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import type { Generation } from '../../config/known-releases.ts';
import { SKILL_FILE } from '../../locate/skill-file.ts';
import type { ScanFinding, Step } from '../../scan/finding.ts';
import type { ScanItem } from '../../scan/item.ts';
import { isReferenceFile, type Met, metAmong } from '../../scan/reference/facts.ts';
import { verdictOf } from '../../scan/verdict.ts';
import type { Behaviour, BehaviourFinding } from '../behaviour.ts';
import { createDeadline, type Deadline } from '../deadline.ts';
import type { Entry } from '../list-directory.ts';
import { type List, listOnce } from '../list-once.ts';
import type { FileOutcome } from './batch.ts';
import { findItems } from './find-items.ts';
import { openPool, type Pool } from './pool.ts';
import { type ItemReport, scanItems } from './scan-items.ts';
import type { Unread } from './unread.ts';

/** A plugin or skill that the gateway would load. */
export interface InstalledPlace {
  readonly kind: 'plugin' | 'skill';
  readonly name: string;
  readonly path: string;
  readonly bundled?: true;
}

export interface InstalledReport {
  /** In the order of the places. */
  readonly behaviours: readonly Behaviour[];
  readonly unread: readonly Unread[];
  readonly lines: KnownLines;
}

/** Which rules of the reference a file meets, by its absolute path; of files that were scanned whole. */
export type KnownLines = ReadonlyMap<string, Met>;

/** Of the time that is left: in the rest, what was not scanned is still matched with the reference's rules. */
const SHARE = 0.85;
/** CPU time for one file: an audit is done within a deadline of its own. */
const PATIENCE_MS = 10_000;
/** Findings of one place that a snapshot keeps; the worst come first. */
const MAX_FINDINGS = 50;

/** A scan of what is installed. */
export interface InstalledScan {
  /** Lists folders; its threads start as soon as there will be enough for them. */
  readonly list: List;
  /** What plugins and skills do. What lies inside one (a plugin's skills) counts as its own. Once only. */
  run(places: readonly InstalledPlace[]): Promise<InstalledReport>;
  /** To be called in the end, whether it has run or not. */
  close(): Promise<void>;
}

export interface InstalledMeans {
  readonly deadline: Deadline;
  /** The releases by whose scan the reference's rules are matched. */
  readonly reference: Generation;
}

export function scanOfInstalled({ deadline, reference }: InstalledMeans): InstalledScan {
  let enough: Deadline | undefined;
  const expired = () => enough?.expired() === true;
  const pool = openPool({ expired, patience: PATIENCE_MS });
  const once = listOnce();
  const counted = new Set<string>();
  let files = 0;
  const list: List = (path, limit) => {
    const listing = once(path, limit);
    if (listing.status === 'ok' && !counted.has(path) && listing.entries.some(isSkillFile)) {
      counted.add(path);
      files += listing.entries.length;
      pool.expect(files);
    }
    return listing;
  };
  return {
    list,
    run(places) {
      enough = createDeadline(deadline.left() * SHARE);
      return scanInstalled(places, { pool, list, reference });
    },
    close: () => pool.close(),
  };
}

const isSkillFile = ({ name }: Entry): boolean => name === SKILL_FILE;

async function scanInstalled(
  places: readonly InstalledPlace[],
  { pool, list, reference }: { pool: Pool; list: List; reference: Generation },
): Promise<InstalledReport> {
  pool.expect(places.length);
  const unread: Unread[] = [];
  const items: ScanItem[] = [];
  const owners: number[] = [];
  for (const [index, place] of places.entries()) {
    const found = itemsAt(place, list);
    unread.push(...found.unread);
    for (const item of found.items) {
      items.push(place.bundled ? { ...item, bundled: true } : item);
      owners.push(index);
    }
  }
  // An audit writes nothing: the cache is for `scan`.
  const lines = new Map<string, Met>();
  const read = (item: ScanItem, outcomes: readonly FileOutcome[]) => {
    for (const outcome of outcomes)
      if (isReferenceFile(outcome.file) && outcome.unread.length === 0)
        lines.set(join(item.root, outcome.file), metIn(outcome));
  };
  const report = await scanItems(items, { indicators: true, reference, pool, read });
  const reports = places.map((): ItemReport[] => []);
  for (const [i, item] of report.items.entries()) reports[owners[i] ?? -1]?.push(item);
  const behaviours = places.map((place, index) => summarize(place, reports[index] ?? []));
  return { behaviours, unread: [...unread, ...report.unread], lines };
}

function metIn({ file, results }: FileOutcome): Met {
  return metAmong(results.flatMap(({ path, facts }) => (path === file ? facts : [])));
}

function itemsAt({ kind, name, path }: InstalledPlace, list: List): ReturnType<typeof findItems> {
  const isFile = statSync(path, { throwIfNoEntry: false })?.isFile() === true;
  if (!isFile) return findItems(path, { kind, name }, list);
  const item = { kind, name, path, root: dirname(path), files: [basename(path)], links: [] };
  return { items: [item], unread: [] };
}

function summarize(place: InstalledPlace, reports: readonly ItemReport[]): Behaviour {
  const findings = reports.flatMap((report) =>
    report.findings.map((it) => within(place, report, it)),
  );
  const { level, reasons } = verdictOf(findings);
  const kept = findings.filter(({ severity }) => severity !== 'info').slice(0, MAX_FINDINGS);
  return {
    verdict: level,
    reasons,
    files: reports.reduce((sum, { files }) => sum + files, 0),
    findings: kept.map(toFact),
  };
}

/** A finding of an inner item, with paths as of the outer one. */
function within(place: InstalledPlace, report: ItemReport, finding: ScanFinding): ScanFinding {
  if (report.path === place.path) return finding;
  const inner = relative(place.path, report.path).split(sep).join('/');
  const move = <S extends { readonly file: string }>(spot: S): S => ({
    ...spot,
    file: `${inner}/${spot.file}`,
  });
  const { path } = finding;
  return { ...move(finding), ...(path ? { path: path.map((step): Step => move(step)) } : {}) };
}

function toFact(finding: ScanFinding): BehaviourFinding {
  const { rule, severity, confidence, file, line, column, snippet, path } = finding;
  const steps = (path ?? []).map((step) => `${step.file}:${step.line} ${step.what}`);
  return { rule, severity, confidence, file, line, column, snippet, steps };
}
