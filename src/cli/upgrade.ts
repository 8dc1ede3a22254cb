import type { Severity } from '../checks/define.ts';
import type { Snapshot } from '../gather/snapshot.ts';
import type { JudgeOptions } from '../judge/judge.ts';
import { judgeUpgrade, type Upgrade } from '../judge/upgrade.ts';
import { renderUpgrade, renderUpgradeJson } from '../report/upgrade.ts';
import type { Call } from './command.ts';
import { IncompleteError } from './errors.ts';
import { textLook } from './look.ts';
import { rerunCommand } from './rerun.ts';
import { type AuditSettings, readLang } from './settings.ts';

interface Seen {
  readonly snapshot: Snapshot;
  /** Why the snapshot could not be saved. */
  readonly unsaved: IncompleteError | undefined;
}

/** `audit --upgrade-to`: prints what another release changes. Gives the exit status. */
export async function upgrade(
  { typed, lang, io }: Call,
  settings: AuditSettings,
  judging: JudgeOptions,
  { snapshot, unsaved }: Seen,
): Promise<number> {
  const { upgradeTo: version = '', fromSnapshot: path = '', failOn, quiet } = settings;
  const found = snapshot.upgrade?.version === version ? judgeUpgrade(snapshot, judging) : undefined;
  if (found === undefined) throw new IncompleteError('snapshot_no_upgrade', { path, version });
  const look = {
    ...textLook(io, settings.color),
    lang,
    quiet,
    rerun: rerunCommand(settings),
    saved: path !== '',
  };
  io.out(
    settings.json ? renderUpgradeJson(found, readLang(typed) ?? 'en') : renderUpgrade(found, look),
  );
  if (unsaved !== undefined) throw unsaved;
  const { unmeasured } = found.to;
  if (settings.requireComplete && unmeasured.length > 0)
    throw new IncompleteError('incomplete', { count: String(unmeasured.length) });
  return getsWorse(found, failOn) ? 1 : 0;
}

const WORST_FIRST: readonly Severity[] = ['critical', 'warn', 'info'];

/** Whether something of this severity or worse is there that was not, or was milder. */
function getsWorse({ appear, changed, settings }: Upgrade, failOn: Severity | undefined): boolean {
  if (failOn === undefined) return false;
  const rank = (severity: Severity) => WORST_FIRST.indexOf(severity);
  const worse = changed.filter(({ from, to }) => rank(to) < rank(from)).map((one) => one.to);
  const fresh = [...appear, ...settings.stop.map(({ finding }) => finding)];
  const severities = [...fresh.map(({ severity }) => severity), ...worse];
  return severities.some((severity) => rank(severity) <= rank(failOn));
}
