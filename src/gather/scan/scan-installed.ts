import { statSync } from 'node:fs';
import { basename, dirname, relative, sep } from 'node:path';
import type { ScanFinding, Step } from '../../scan/finding.ts';
import type { ScanItem } from '../../scan/item.ts';
import { verdictOf } from '../../scan/verdict.ts';
import type { Behaviour, BehaviourFinding } from '../behaviour.ts';
import type { List } from '../list-once.ts';
import { findItems } from './find-items.ts';
import { openPool, type Pool } from './pool.ts';
import { type ItemReport, scanItems } from './scan-items.ts';
import type { Unread } from './unread.ts';

/** A plugin or skill that the gateway would load. */
interface InstalledPlace {
  readonly kind: 'plugin' | 'skill';
  readonly name: string;
  readonly path: string;
  readonly bundled?: true;
}

export interface InstalledReport {
  /** In the order of the places. */
  readonly behaviours: readonly Behaviour[];
  readonly unread: readonly Unread[];
}

/** CPU time for one file: an audit is done within a deadline of its own. */
const PATIENCE_MS = 10_000;
/** Findings of one place that a snapshot keeps; the worst come first. */
const MAX_FINDINGS = 50;

/** A scan of what is installed. */
export interface InstalledScan {
  /** Starts its threads ahead, when there will be enough for them: each place holds a file at least. */
  expect(places: number): void;
  /** What plugins and skills do. What lies inside one (a plugin's skills) counts as its own. Once only. */
  run(places: readonly InstalledPlace[]): Promise<InstalledReport>;
}

export function scanOfInstalled(means: { expired(): boolean; readonly list: List }): InstalledScan {
  const pool = openPool({ expired: means.expired, patience: PATIENCE_MS });
  return {
    expect: (places) => pool.expect(places),
    run: (places) => scanInstalled(places, pool, means.list),
  };
}

async function scanInstalled(
  places: readonly InstalledPlace[],
  pool: Pool,
  list: List,
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
  const report = await scanItems(items, { indicators: true, pool });
  const reports = places.map((): ItemReport[] => []);
  for (const [i, item] of report.items.entries()) reports[owners[i] ?? -1]?.push(item);
  const behaviours = places.map((place, index) => summarize(place, reports[index] ?? []));
  return { behaviours, unread: [...unread, ...report.unread] };
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
