import type { Files } from '../../posture/files.ts';
import type { Severity } from '../define.ts';
import { type Fact, isReadable, isWritable } from '../fs/permissions.ts';
import { shellQuote } from '../fs/shell-quote.ts';

const OTHERS = 0o077;

/** Whether a closed state directory keeps others from a path below it, whatever the path's own mode. */
export function isBehindStateDir(files: Files, path: string, platform: string): boolean {
  const state = files.one('state_dir');
  if (platform === 'win32' || !state || (state.mode & OTHERS) !== 0) return false;
  return [state.path, state.target?.path].some((dir) => dir && path.startsWith(`${dir}/`));
}

/** The files of some roles that others may reach, links judged by where they lead. */
export function reachable(
  files: Files,
  roles: readonly Fact['role'][],
  platform: string,
): readonly Fact[] {
  return roles
    .flatMap((role) => files.of(role))
    .filter(
      ({ kind, path, target }) =>
        !(kind === 'symlink' && target?.kind === undefined) &&
        !isBehindStateDir(files, target?.path ?? path, platform),
    );
}

/** How bad it is that others get at a file with secrets; undefined when they do not. */
export function exposureOf(fact: Fact): Severity | undefined {
  if (isWritable(fact) || fact.access.worldRead) return 'critical';
  return isReadable(fact) ? 'warn' : undefined;
}

/** The command that closes a directory and all below it to others. */
export function closeTreeCommand(path: string, platform: string): string {
  if (platform !== 'win32') return `chmod -R go-rwx ${shellQuote(path)}`;
  return `icacls "${path.replaceAll('"', '')}" /inheritance:r /grant:r "*S-1-5-18:(OI)(CI)F" "%USERNAME%:(OI)(CI)F" /T`;
}
