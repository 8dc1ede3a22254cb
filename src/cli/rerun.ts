import { visible } from '../text/visible.ts';
import type { AuditSettings } from './settings.ts';

/** The command that audits the same target again, ready to be typed. */
export function rerunCommand(settings: AuditSettings): string {
  const {
    stateDir,
    config,
    profile,
    fromSnapshot,
    openclawVersion,
    advisories,
    auth,
    deep,
    compat,
  } = settings;
  const words = ['openclaw-security', 'audit'];
  const add = (option: string, value: string | undefined) => {
    if (value !== undefined) words.push(option, quote(value));
  };
  add('--profile', profile);
  add('--state-dir', stateDir);
  add('--config', config);
  add('--from-snapshot', fromSnapshot);
  add('--openclaw-version', openclawVersion);
  add('--upgrade-to', settings.upgradeTo);
  add('--advisories', advisories);
  add('--auth', auth?.mode);
  // The secrets themselves are not for a screen.
  if (auth?.token !== undefined) words.push('--token', 'TOKEN');
  if (auth?.password !== undefined) words.push('--password', 'PASSWORD');
  if (deep) words.push('--deep');
  if (compat) words.push('--compat');
  return words.join(' ');
}

/** The command that takes a run of `--fix` on the same target back; the run's id is to be added. */
export function undoCommand({ stateDir, config, profile }: AuditSettings): string {
  const words = ['openclaw-security', 'undo'];
  for (const [option, value] of Object.entries({ profile, 'state-dir': stateDir, config }))
    if (value !== undefined) words.push(`--${option}`, quote(value));
  return words.join(' ');
}

/** One word for a shell, whatever is in it. */
function quote(value: string): string {
  const shown = visible(value);
  return /^[\w@%+=:,./-]+$/.test(shown) ? shown : `'${shown.replaceAll("'", `'\\''`)}'`;
}
