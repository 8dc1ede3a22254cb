import { readdirSync, readFileSync, statSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { mentionsPort, readCommand, type Tunnel } from '../../live/tunnels.ts';
import { runQuery } from '../child.ts';
import { type Collecting, outOfTime } from '../collect.ts';
import type { Part } from '../part.ts';
import { readFileBounded } from '../read-file.ts';

/** Where the system tells: the kernel's own directory on Linux, a program on macOS. */
const SOURCES = { proc: '/proc', ps: '/bin/ps' };
const PS_MS = 2000;
const MAX_PS_BYTES = 4 * 1024 * 1024;
const MAX_PROCESSES = 5000;
const MAX_ARGUMENTS = 200;
const MAX_TUNNELS = 50;
const MAX_FILE_BYTES = 256 * 1024;

interface Running {
  readonly argv: readonly string[];
  readonly uid?: number;
}

/** Tunnel programs that run on this host, and whether they lead to one of these ports. */
export async function gatherTunnels(
  run: Collecting,
  ports: readonly number[],
  { proc, ps } = SOURCES,
): Promise<Part<readonly Tunnel[]>> {
  if (run.platform !== 'linux' && run.platform !== 'darwin')
    return { status: 'failed', reason: 'unsupported' };
  const running = run.platform === 'darwin' ? await askPs(run, ps) : listProcesses(run, proc);
  if (running.status !== 'ok') return running;
  const tunnels: Tunnel[] = [];
  for (const { argv, uid } of running.value) {
    const command = readCommand(argv, ports);
    if (command === undefined || tunnels.length >= MAX_TUNNELS) continue;
    const { program, port, files } = command;
    const owner = uid === undefined ? {} : { uid };
    const told = port === undefined ? fromFiles(run, files, ports) : { port };
    const tunnel = { program, ...owner, ...told };
    const known = tunnels.some((other) => JSON.stringify(other) === JSON.stringify(tunnel));
    if (!known) tunnels.push(tunnel);
  }
  return { status: 'ok', value: tunnels };
}

/** What its own files say; a file that cannot be read says nothing. */
function fromFiles(
  run: Collecting,
  files: readonly string[],
  ports: readonly number[],
): Pick<Tunnel, 'port' | 'file'> {
  for (const named of files) {
    const file = isAbsolute(named) ? named : join(run.target.home, named);
    const read = readFileBounded(file, MAX_FILE_BYTES);
    if (read.status !== 'ok') continue;
    const port = mentionsPort(new TextDecoder().decode(read.bytes), ports);
    if (port !== undefined) return { port, file };
  }
  return {};
}

function listProcesses(run: Collecting, proc: string): Part<readonly Running[]> {
  const found: Running[] = [];
  let entries: readonly string[];
  try {
    entries = readdirSync(proc).filter((name) => /^\d+$/.test(name));
  } catch {
    return { status: 'failed', reason: 'unreadable', detail: proc };
  }
  if (entries.length > MAX_PROCESSES)
    run.skip({ part: 'tunnels', reason: 'too_many', subject: proc });
  for (const pid of entries.slice(0, MAX_PROCESSES)) {
    if (outOfTime(run, 'tunnels', proc)) break;
    try {
      // Made up by the kernel, and at most a few pages long.
      const argv = readFileSync(join(proc, pid, 'cmdline'), 'utf8').split('\0', MAX_ARGUMENTS);
      if (argv[0]) found.push({ argv, uid: statSync(join(proc, pid)).uid });
    } catch {
      // It has ended, or may not be looked at.
    }
  }
  return { status: 'ok', value: found };
}

async function askPs(run: Collecting, ps: string): Promise<Part<readonly Running[]>> {
  const answer = await runQuery(ps, ['-axww', '-o', 'uid=,command='], {
    timeoutMs: Math.min(PS_MS, run.deadline.left()),
    maxBytes: MAX_PS_BYTES,
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' },
  });
  if (answer.status === 'failed') return { status: 'failed', reason: answer.reason, detail: 'ps' };
  const value = answer.stdout
    .toString('utf8')
    .split('\n', MAX_PROCESSES)
    .flatMap((line) => {
      const [, uid = '', command = ''] = /^\s*(\d+)\s+(.+)$/.exec(line) ?? [];
      return command === '' ? [] : { uid: Number(uid), argv: command.split(/\s+/, MAX_ARGUMENTS) };
    });
  return { status: 'ok', value };
}
