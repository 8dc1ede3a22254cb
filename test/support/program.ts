import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const MAIN = path.resolve('dist/main.js');

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly milliseconds: number;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Put before the command, such as `unshare --net`. */
  readonly wrapper?: readonly string[];
  /** Run as this user and group; only root may. */
  readonly uid?: number;
}

/** Runs the built program with a home directory of its own; killed after 20 s. */
export function runProgram(home: string, args: readonly string[], options: RunOptions = {}): Run {
  const command = [...(options.wrapper ?? []), process.execPath, MAIN, ...args];
  const started = Date.now();
  const { status, stdout, stderr } = spawnSync(command[0] ?? '', command.slice(1), {
    cwd: options.cwd ?? home,
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
    env: { PATH: process.env.PATH ?? '', HOME: home, ...options.env },
    encoding: 'utf8',
    timeout: 20_000,
    killSignal: 'SIGKILL',
    maxBuffer: 64 << 20,
  });
  return { status, stdout, stderr, milliseconds: Date.now() - started };
}

export const audit = (home: string, ...args: string[]) =>
  runProgram(home, ['security', 'audit', ...args]);

/** A home directory with `.openclaw` (0700) in it, removed by the returned function. */
export function makeHome(): { readonly home: string; readonly state: string; remove(): void } {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'ocsec-home-'));
  const state = path.join(home, '.openclaw');
  fs.mkdirSync(state, { mode: 0o700 });
  return { home, state, remove: () => fs.rmSync(home, { recursive: true, force: true }) };
}
