import { existsSync } from 'node:fs';
import { knowledgeOf } from '../config/known-releases.ts';
import { createDeadline } from '../gather/deadline.ts';
import { gather } from '../gather/gather.ts';
import type { Snapshot } from '../gather/snapshot.ts';
import { locate } from '../locate/locate.ts';
import type { Target } from '../locate/target.ts';
import { VERSION } from '../version.ts';
import { IncompleteError, UsageError } from './errors.ts';
import type { Io } from './io.ts';
import type { AuditSettings } from './settings.ts';

/** Gathering ends by itself when its time is up; this is for the part of it that does not. */
const GRACE_MS = 5000;

type Named = Pick<AuditSettings, 'stateDir' | 'config' | 'profile'> &
  Partial<Pick<AuditSettings, 'openclawVersion'>>;

/** Where the gateway is. @throws UsageError when a directory or file asked for is not there. */
export function locateTarget(named: Named, io: Io): Target {
  const { stateDir, config, profile, openclawVersion } = named;
  const target = locate({
    env: io.env,
    cwd: io.cwd,
    osHome: accountHome,
    flags: {
      ...(stateDir === undefined ? {} : { stateDir }),
      ...(config === undefined ? {} : { config }),
      ...(profile === undefined ? {} : { profile }),
    },
    exists: existsSync,
    // Without the option the release is only found where this leads.
    olderNames:
      openclawVersion === undefined || knowledgeOf(openclawVersion).generation === '2026.2',
  });
  // What was asked for by name must be there: a typing error must not look like a clean gateway.
  if (stateDir !== undefined) requirePath('--state-dir', target.stateDir);
  if (config !== undefined) requirePath('--config', target.configPath);
  return target;
}

/** Looks at this host. @throws UsageError when a directory or file asked for is not there. */
export async function takeSnapshot(settings: AuditSettings, io: Io): Promise<Snapshot> {
  const { openclawVersion, upgradeTo, auth, deep, dryRun, timeout, deadline } = settings;
  const target = locateTarget(settings, io);
  const milliseconds = deadline * 1000;
  const snapshot = gather(target, {
    env: io.env,
    platform: process.platform,
    uid: process.getuid?.() ?? null,
    ...(openclawVersion === undefined ? {} : { openclawVersion }),
    ...(upgradeTo === undefined ? {} : { upgradeTo }),
    ...(auth === undefined ? {} : { auth }),
    deep,
    dryRun,
    ...(timeout === undefined ? {} : { probeMs: timeout * 1000 }),
    deadline: createDeadline(milliseconds),
    tool: VERSION,
    now: Date.now(),
  });
  return within(milliseconds + GRACE_MS, snapshot);
}

/** Waits no longer; and leaves no timer behind, which would keep a program that calls this alive. */
async function within<T>(milliseconds: number, result: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const hung = new Promise<never>((_, reject) => {
    const seconds = String(milliseconds / 1000);
    timer = setTimeout(() => reject(new IncompleteError('hung', { seconds })), milliseconds);
  });
  return Promise.race([result, hung]).finally(() => clearTimeout(timer));
}

function requirePath(option: string, path: string): void {
  if (!existsSync(path)) throw new UsageError('no_such_path', { option, path });
}

function accountHome(): string {
  try {
    // Asked for only where HOME does not tell: loading it costs start-up.
    return process.getBuiltinModule('node:os').homedir();
  } catch {
    return '';
  }
}
