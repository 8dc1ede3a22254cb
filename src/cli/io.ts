import { fstatSync, statSync, writeSync } from 'node:fs';
import { IncompleteError } from './errors.ts';

type Env = { readonly [name: string]: string | undefined };

/** What a command sees of the process it runs in. */
export interface Io {
  readonly env: Env;
  readonly cwd: string;
  /** The result. Has arrived when the call returns. */
  out(text: string): void;
  /** Whether anything has gone to stdout. */
  written(): boolean;
  /** Progress and diagnostics. */
  err(text: string): void;
  /** Width of the terminal on stdout; undefined when it is none. */
  columns(): number | undefined;
  /** Whether someone watches stderr. */
  watched(): Promise<boolean>;
}

const UNKNOWN_WIDTH = 80;

/** The real thing. Synchronous writes: a report is never cut off by the end of the process. */
export function processIo(): Io {
  let written = false;
  return {
    env: process.env,
    cwd: workingDirectory(),
    written: () => written,
    out(text) {
      written = true;
      const code = writeAll(1, text);
      // A reader that has seen enough (`| head`) is no failure.
      if (code !== undefined && code !== 'EPIPE')
        throw new IncompleteError('output_failed', { reason: code });
    },
    err(text) {
      writeAll(2, text);
    },
    columns() {
      if (!isDevice(1) || !process.stdout.isTTY) return undefined;
      return process.stdout.columns || UNKNOWN_WIDTH;
    },
    async watched() {
      return isDevice(2) && (await import('node:tty')).isatty(2);
    },
  };
}

/** A directory that has been deleted under us has no name. */
function workingDirectory(): string {
  try {
    return process.cwd();
  } catch {
    return '/';
  }
}

/** Whether it may be a terminal; to ask whether it is one loads the network stack. */
function isDevice(fd: number): boolean {
  try {
    const stats = fstatSync(fd);
    return stats.isCharacterDevice() && stats.rdev !== nullDevice();
  } catch {
    return false;
  }
}

/** Where `> /dev/null` leads: a device, but nobody reads there. */
function nullDevice(): number | undefined {
  return statSync('/dev/null', { throwIfNoEntry: false })?.rdev;
}

/** Writes everything, or gives the code of the error that prevented it. */
function writeAll(fd: number, text: string): string | undefined {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  while (at < bytes.length) {
    try {
      at += writeSync(fd, bytes, at);
    } catch (error) {
      const code = errorCode(error);
      if (code !== 'EAGAIN') return code;
      pause();
    }
  }
  return undefined;
}

/** Waits a moment for the other end of a pipe that does not block. */
export function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
}

/** `ENOENT` and the like; the name of the error when it has no code. */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
