import { accessSync, constants, statSync } from 'node:fs';
import { posix, win32 } from 'node:path';

export interface ProgramHost {
  readonly env: NodeJS.ProcessEnv;
  readonly platform: string;
}

const MAX_PATH_ENTRIES = 256;

/** The program that a shell would run: PATH in its own order, directories given absolutely only. */
export function findProgram(name: string, { env, platform }: ProgramHost): string | undefined {
  const windows = platform === 'win32';
  const { isAbsolute, join, delimiter } = windows ? win32 : posix;
  for (const dir of searchPath(env, windows).split(delimiter, MAX_PATH_ENTRIES)) {
    if (!isAbsolute(dir)) continue;
    const file = join(dir, windows ? `${name}.exe` : name);
    if (isExecutable(file)) return file;
  }
  return undefined;
}

function searchPath(env: NodeJS.ProcessEnv, windows: boolean): string {
  if (!windows) return env.PATH ?? '';
  const name = Object.keys(env).find((key) => key.toLowerCase() === 'path');
  return (name === undefined ? undefined : env[name]) ?? '';
}

function isExecutable(file: string): boolean {
  try {
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return false;
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
