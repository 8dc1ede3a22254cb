import { win32 } from 'node:path';
import { type QueryFailure, runQuery } from './child.ts';
import type { Unmeasured } from './part.ts';
import { type AclFact, judgeAcl } from './windows-ace.ts';
import { CURRENT_USER, parseIcacls } from './windows-icacls.ts';
import {
  POWERSHELL_ARGS,
  parseAnswer,
  powerShell,
  question,
  systemRoot,
} from './windows-powershell.ts';
import { parseSddl } from './windows-sddl.ts';

interface Options {
  readonly env: NodeJS.ProcessEnv;
  readonly deadline: { left(): number };
}

export type AclAnswer =
  | {
      readonly status: 'ok';
      /** By path as given. A path that does not exist is in neither list. */
      readonly entries: ReadonlyMap<string, AclFact>;
      /** Paths whose ACL could not be read or understood, or that were too many. */
      readonly missed: ReadonlyMap<string, Unmeasured['reason']>;
    }
  | {
      readonly status: 'failed';
      readonly reason: QueryFailure | 'malformed';
      readonly detail: string;
    };

const POWERSHELL_MS = 10_000;
const ICACLS_MS = 2000;
const ICACLS_TOTAL_MS = 8000;
const MAX_BYTES = 16 * 1024 * 1024;
const MAX_ICACLS_BYTES = 256 * 1024;
const MAX_PATHS = 5000;
const MAX_ICACLS_PATHS = 16;

/**
 * Who may read and change files of a Windows host: one PowerShell call for all of them, decided by
 * SID. Where PowerShell is not to be had, icacls answers for the first sixteen.
 */
export async function readAcls(paths: readonly string[], options: Options): Promise<AclAnswer> {
  const wanted = [...new Set(paths)].slice(0, MAX_PATHS);
  const rest = new Map<string, Unmeasured['reason']>(
    paths.slice(MAX_PATHS).map((file) => [file, 'too_many']),
  );
  for (const file of wanted) rest.delete(file);
  if (wanted.length === 0) return { status: 'ok', entries: new Map(), missed: rest };
  const answer = await askPowerShell(wanted, rest, options);
  if (answer.status === 'ok' || answer.reason === 'timeout') return answer;
  return (await askIcacls(systemRoot(options.env), wanted, rest, options)) ?? answer;
}

type Missed = ReadonlyMap<string, Unmeasured['reason']>;

async function askPowerShell(
  paths: readonly string[],
  rest: Missed,
  { env, deadline }: Options,
): Promise<AclAnswer> {
  const shell = powerShell(env);
  const answer = await runQuery(shell.command, POWERSHELL_ARGS, {
    timeoutMs: Math.min(POWERSHELL_MS, deadline.left()),
    maxBytes: MAX_BYTES,
    env: shell.env,
    input: question(paths),
  });
  if (answer.status === 'failed') return answer;
  return readPowerShell(answer.stdout.toString('latin1'), paths, rest);
}

/** What PowerShell answered about these paths; `rest` was not asked about. */
export function readPowerShell(text: string, paths: readonly string[], rest: Missed): AclAnswer {
  const parsed = parseAnswer(text);
  if (!parsed) return { status: 'failed', reason: 'malformed', detail: 'powershell.exe' };
  const entries = new Map<string, AclFact>();
  const missed = new Map(rest);
  for (const [i, file] of paths.entries()) {
    const line = parsed.lines.get(i);
    if (line === '!ObjectNotFound') continue;
    const descriptor = line?.startsWith('!') ? undefined : parseSddl(line ?? '');
    if (descriptor) entries.set(file, judgeAcl(descriptor.aces, parsed.me));
    else missed.set(file, line?.startsWith('!') ? 'unreadable' : 'malformed');
  }
  return { status: 'ok', entries, missed };
}

async function askIcacls(
  root: string,
  paths: readonly string[],
  rest: Missed,
  { env, deadline }: Options,
): Promise<AclAnswer | undefined> {
  const command = win32.join(root, 'System32\\icacls.exe');
  const entries = new Map<string, AclFact>();
  const missed = new Map(rest);
  const end = Date.now() + Math.min(ICACLS_TOTAL_MS, deadline.left());
  for (const file of paths.slice(MAX_ICACLS_PATHS)) missed.set(file, 'too_many');
  for (const file of paths.slice(0, MAX_ICACLS_PATHS)) {
    const answer = await runQuery(command, [file], {
      timeoutMs: Math.min(ICACLS_MS, end - Date.now()),
      maxBytes: MAX_ICACLS_BYTES,
      env,
    });
    if (answer.status === 'failed') missed.set(file, answer.reason);
    else if (answer.exitCode !== 0) missed.set(file, 'unreadable');
    else {
      const aces = parseIcacls(answer.stdout, file, env);
      if (aces) entries.set(file, judgeAcl(aces, CURRENT_USER));
      else missed.set(file, 'malformed');
    }
  }
  return entries.size > 0 ? { status: 'ok', entries, missed } : undefined;
}
