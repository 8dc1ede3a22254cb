import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type KernelListener, type Listener, parseLsof, parseProcNet } from '../live/proc-net.ts';
import { runQuery } from './child.ts';
import { type Collecting, outOfTime } from './collect.ts';
import type { Part } from './part.ts';

const MAX_LISTENERS = 2000;
const MAX_PROCESSES = 5000;
const MAX_DESCRIPTORS = 200_000;
const LSOF_MS = 2000;
const MAX_LSOF_BYTES = 1024 * 1024;
/** Where the system tells: the kernel's own directory on Linux, a program on macOS. */
const SOURCES = { proc: '/proc', lsof: '/usr/sbin/lsof' };

/** The sockets on this host that wait for connections on some ports. */
export async function gatherListeners(
  run: Collecting,
  wanted: (port: number) => boolean,
  { proc, lsof } = SOURCES,
): Promise<Part<readonly Listener[]>> {
  if (run.platform === 'darwin') return askLsof(run, wanted, lsof);
  if (run.platform !== 'linux') return { status: 'failed', reason: 'unsupported' };
  const found: KernelListener[] = [];
  for (const name of ['tcp', 'tcp6']) {
    const text = readText(join(proc, 'net', name));
    if (text === undefined && name === 'tcp') return { status: 'failed', reason: 'unreadable' };
    found.push(...parseProcNet(text ?? '').filter(({ port }) => wanted(port)));
  }
  if (found.length > MAX_LISTENERS) return { status: 'failed', reason: 'too_many' };
  const names = namesOf(run, new Set(found.map(({ inode }) => inode)), proc);
  const value = found.map(({ inode, ...listener }) => {
    const process = names.get(inode);
    return process === undefined ? listener : { ...listener, process };
  });
  return { status: 'ok', value };
}

async function askLsof(
  run: Collecting,
  wanted: (port: number) => boolean,
  lsof: string,
): Promise<Part<readonly Listener[]>> {
  const answer = await runQuery(lsof, ['-nP', '-iTCP', '-sTCP:LISTEN', '-FpucnL'], {
    timeoutMs: Math.min(LSOF_MS, run.deadline.left()),
    maxBytes: MAX_LSOF_BYTES,
    env: { PATH: '/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C' },
  });
  if (answer.status === 'failed')
    return { status: 'failed', reason: answer.reason, detail: `lsof: ${answer.detail}` };
  const listeners = parseLsof(answer.stdout.toString('utf8'));
  return { status: 'ok', value: listeners.filter(({ port }) => wanted(port)) };
}

/** Which programs hold these sockets, as far as this user may look. */
function namesOf(
  run: Collecting,
  inodes: ReadonlySet<string>,
  proc: string,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  let descriptors = 0;
  const processes = list(proc).filter((name) => /^\d+$/.test(name));
  for (const pid of processes.slice(0, MAX_PROCESSES)) {
    if (names.size === inodes.size || descriptors > MAX_DESCRIPTORS) break;
    if (outOfTime(run, 'listeners', proc)) break;
    for (const fd of list(join(proc, pid, 'fd'))) {
      descriptors += 1;
      const inode = /^socket:\[(\d+)\]$/.exec(readLink(join(proc, pid, 'fd', fd)))?.[1];
      if (inode === undefined || !inodes.has(inode) || names.has(inode)) continue;
      names.set(inode, (readText(join(proc, pid, 'comm')) ?? '').trim().slice(0, 64));
    }
  }
  return names;
}

/** Of other users' processes nothing can be read: that is no failure. */
function list(path: string): readonly string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

function readLink(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}

/** Only for files that the kernel makes up, which are short and never wait. */
function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
