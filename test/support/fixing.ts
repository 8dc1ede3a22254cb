import fs from 'node:fs';
import path from 'node:path';
import { dialectOf } from '../../src/config/dialect.ts';
import { knowledgeOf } from '../../src/config/known-releases.ts';
import { type Applied, applyPlan } from '../../src/fix/apply.ts';
import { type Disk, HOST_DISK } from '../../src/fix/disk.ts';
import { ownerOf } from '../../src/fix/guard.ts';
import { type Journal, readJournals } from '../../src/fix/journal.ts';
import { type Plan, type PlanOptions, planFix } from '../../src/fix/plan.ts';
import { type Undone, undoJournal } from '../../src/fix/undo.ts';
import { type Verified, verify } from '../../src/fix/verify.ts';
import type { Snapshot } from '../../src/gather/snapshot.ts';
import { judge } from '../../src/judge/judge.ts';
import type { Report } from '../../src/judge/report.ts';
import { gatherLaidDown, type LaidDown } from './scenario.ts';

type Wanted = Omit<PlanOptions, 'dialect'>;
const ALL: Wanted = { only: [], skip: [], compat: false };

async function planOf(disk: Disk, { snapshot, report }: Seen, wanted: Wanted): Promise<Plan> {
  const { generation } = knowledgeOf(snapshot.version.judged);
  return planFix(disk, snapshot, report, { ...wanted, dialect: await dialectOf(generation) });
}

interface Seen {
  readonly snapshot: Snapshot;
  readonly report: Report;
}

async function look(laid: LaidDown, options: Wanted): Promise<Seen> {
  const snapshot = await gatherLaidDown(laid);
  return { snapshot, report: judge(snapshot, options) };
}

/** What `--fix` would do to a gateway that was laid down. */
export async function planFor(
  laid: LaidDown,
  options: Partial<Wanted> = {},
  disk: Disk = HOST_DISK,
): Promise<Plan> {
  const full = { ...ALL, ...options };
  return planOf(disk, await look(laid, full), full);
}

/** The changing half of `--fix` alone. */
export async function applyLaid(laid: LaidDown, disk: Disk): Promise<Applied> {
  clock += 1000;
  return applyPlan(disk, await planFor(laid, {}, disk), { tool: 'test', now: clock });
}

export interface Fixed {
  readonly plan: Plan;
  readonly applied: Applied;
  readonly verified: Verified;
}

let clock = Date.UTC(2026, 1, 24);

/** Runs `--fix` on a gateway that was laid down. */
export async function fixLaid(
  laid: LaidDown,
  options: Partial<Wanted> = {},
  disk: Disk = HOST_DISK,
): Promise<Fixed> {
  const full = { ...ALL, ...options };
  const before = await look(laid, full);
  const plan = await planOf(disk, before, full);
  clock += 1000;
  const applied = await applyPlan(disk, plan, { tool: 'test', now: clock });
  const after = await look(laid, full);
  return { plan, applied, verified: verify(plan, applied, before.report, after.report) };
}

/** The journals of a gateway that were not undone, the newest first. */
export function journalsOf(laid: LaidDown): readonly Journal[] {
  const state = path.join(laid.home, '.openclaw');
  return readJournals(HOST_DISK, state, ownerOf(HOST_DISK, state)).flatMap((read) =>
    read.ok && read.journal.undone === undefined ? [read.journal] : [],
  );
}

/** Takes every run of `--fix` back, the newest first. */
export async function undoAll(laid: LaidDown, disk: Disk = HOST_DISK): Promise<readonly Undone[]> {
  const { snapshot } = await look(laid, ALL);
  const all: Undone[] = [];
  for (const journal of journalsOf(laid))
    all.push(...(await undoJournal(disk, snapshot.target, journal, clock)));
  return all;
}

/** Every file below a directory with mode and content, journals left out; link targets for links. */
export function treeOf(root: string): { readonly [name: string]: string } {
  const found: Record<string, string> = {};
  const walk = (dir: string) => {
    for (const name of fs.readdirSync(dir)) {
      const file = path.join(dir, name);
      const stats = fs.lstatSync(file);
      const shown = path.relative(root, file);
      if (shown.endsWith('security-fixes')) continue;
      const mode = (stats.mode & 0o7777).toString(8);
      if (stats.isSymbolicLink()) found[shown] = `-> ${fs.readlinkSync(file)}`;
      else if (stats.isDirectory()) {
        found[shown] = mode;
        walk(file);
      } else found[shown] = `${mode} ${fs.readFileSync(file, 'base64')}`;
    }
  };
  found['.'] = (fs.statSync(root).mode & 0o7777).toString(8);
  walk(root);
  return found;
}

/** Files that a run has left unfinished. */
export function straysIn(root: string): readonly string[] {
  return fs
    .readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tmp'));
}
