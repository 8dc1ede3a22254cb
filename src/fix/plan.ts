import { dirname, relative, sep } from 'node:path';
import { CHECKS } from '../checks/index.ts';
import type { Dialect } from '../config/dialect.ts';
import { formatRoute } from '../document/route.ts';
import type { Snapshot } from '../gather/snapshot.ts';
import type { PowerShell } from '../gather/windows-powershell.ts';
import type { Report } from '../judge/report.ts';
import { isSelected, maySelect } from '../judge/selection.ts';
import { readPosture } from '../posture/posture.ts';
import {
  type GroupClosing,
  type RepairKind,
  resolveRepairs,
  type SettingRepair,
} from '../posture/repairs/repairs.ts';
import { type AccessStep, surveyAccess } from './access.ts';
import type { Disk } from './disk.ts';
import {
  type Barrier,
  inParent,
  type Owner,
  openForReading,
  ownerOf,
  type Refused,
} from './guard.ts';
import { type DiskPlace, nameBytes } from './place.ts';
import { type FileEdit, planSettings, type RefusedSetting } from './settings.ts';

export interface PlanOptions {
  readonly only: readonly string[];
  readonly skip: readonly string[];
  /** Only what OpenClaw's own `--fix` does. */
  readonly compat: boolean;
  /** How the gateway's release writes a config. */
  readonly dialect: Dialect;
  /** Windows only: what access control lists are read with. */
  readonly shell?: PowerShell;
}

/** A setting that stays as it is though it was to be changed, and why. */
export interface Hindrance extends Omit<RefusedSetting, 'why'> {
  readonly why: RefusedSetting['why'] | Barrier;
}

/** What `--fix` would do, worked out without changing anything. */
export interface Plan {
  readonly stateDir: string;
  readonly configPath: string;
  /** Whose files may be changed. */
  readonly owner: Owner;
  /** Set when nothing is planned at all: the config could not be understood. */
  readonly blocked: boolean;
  readonly edits: readonly FileEdit[];
  readonly refused: readonly Hindrance[];
  readonly access: readonly AccessStep[];
  /** Why no access control list could be looked at (Windows), so that none is changed. */
  readonly listsUnread?: string;
  /** Who stops being answered. */
  readonly closes: readonly GroupClosing[];
  /** Files beside which a run that was killed may have left something. */
  readonly files: readonly DiskPlace[];
}

/** Where a config file is, seen from the directory of the config. */
export function configPlace(configPath: string, path: string): DiskPlace {
  const root = dirname(configPath);
  return { root, below: relative(root, path).split(sep).map(nameBytes) };
}

/** Works out what to change to clear the findings, and looks at the disk to tell what is left to do. */
export async function planFix(
  disk: Disk,
  snapshot: Snapshot,
  report: Report,
  options: PlanOptions,
): Promise<Plan> {
  const { stateDir, configPath } = snapshot.target;
  const owner = ownerOf(disk, stateDir);
  const base = { stateDir, configPath, owner };
  const config = snapshot.config.status === 'ok' ? snapshot.config.value : undefined;
  if (config === undefined || config.unreadable) {
    const nothing = {
      edits: [],
      refused: [],
      access: [],
      closes: [],
      files: [],
    };
    return { ...base, blocked: true, ...nothing };
  }
  const { access, settings } = resolveRepairs(readPosture(snapshot));
  const wanted = (repair: { readonly kind: RepairKind; readonly byReference: boolean }) =>
    (repair.byReference || !options.compat) && isWanted(repair.kind, options);
  const narrowed = options.only.length + options.skip.length > 0;
  const planned = planSettings(
    configPath,
    options.dialect,
    settings.filter(
      (repair) => wanted(repair) && (!narrowed || isAnswer(repair, settings, report)),
    ),
  );
  const barred = planned.edits.flatMap((edit) => barrier(disk, configPath, edit, owner));
  const edits = planned.edits.filter(({ path }) => !barred.some(({ file }) => file === path));
  return {
    ...base,
    blocked: false,
    edits,
    refused: [...planned.refused, ...barred],
    ...(await readAccess(surveyAccess(disk, access.filter(wanted), owner), options.shell)),
    closes: edits.flatMap(({ repairs }) =>
      repairs.flatMap(({ closes }) => (closes === undefined ? [] : [closes])),
    ),
    files: [configPath, ...config.files.map(({ path }) => path)].map((path) =>
      configPlace(configPath, path),
    ),
  };
}

/** On Windows modes mean nothing, and access control lists tell what is left to do. */
async function readAccess(
  steps: readonly AccessStep[],
  shell: PowerShell | undefined,
): Promise<Pick<Plan, 'access' | 'listsUnread'>> {
  if (shell === undefined) return { access: steps };
  const { surveyLists } = await import('./windows/survey.ts');
  const survey = await surveyLists(steps, shell);
  return survey.ok ? { access: survey.access } : { access: [], listsUnread: survey.reason };
}

/** Whether a check that is selected would have this done. */
function isWanted(kind: RepairKind, { only, skip }: PlanOptions): boolean {
  const checks = CHECKS.filter(({ fix }) => fix === kind);
  if (checks.length === 0) return only.length === 0;
  return checks.some(
    ({ id }) => (only.length === 0 || maySelect(id, only)) && !isSelected(id, skip),
  );
}

/** Whether a finding of the report speaks of the setting, or of the one that it comes with. */
function isAnswer(repair: SettingRepair, all: readonly SettingRepair[], report: Report): boolean {
  const { route, after } = repair;
  const main = after === undefined ? route : [...route.slice(0, -1), after];
  const path = formatRoute(main);
  return (
    all.some((other) => formatRoute(other.route) === path) &&
    report.findings.some(
      ({ check, locations }) =>
        CHECKS.some(({ id, fix }) => id === check && fix === repair.kind) &&
        locations.some((location) => location.path === path),
    )
  );
}

/** What keeps a config file from being replaced. */
function barrier(
  disk: Disk,
  configPath: string,
  { path, repairs }: FileEdit,
  owner: Owner,
): readonly Hindrance[] {
  const found = inParent(disk, configPlace(configPath, path), (dir, name): Refused | undefined => {
    const opened = openForReading(disk, dir, name, owner);
    if (!opened.ok) return opened;
    disk.close(opened.fd);
    return undefined;
  });
  if (found === undefined) return [];
  return repairs.map((repair) => ({ repair, why: found.why, file: path, places: [] }));
}
