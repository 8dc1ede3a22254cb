import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { dialectOf } from '../config/dialect.ts';
import { knowledgeOf } from '../config/known-releases.ts';
import { type ConfigReading, readConfig } from '../config/load.ts';
import type { Redactor } from '../config/redact.ts';
import { type Looking, noteFailure } from './collect.ts';
import { parseDotenv } from './dotenv.ts';
import type { EnvSource } from './environment.ts';
import { MAX_CONFIG_BYTES, MAX_JSON_BYTES, readFileBounded } from './read-file.ts';
import { readSecretFile } from './secret-files.ts';
import type { Snapshot } from './snapshot.ts';

/** OpenClaw reads this file before it starts; the one in the working directory is left alone. */
export function readDotenv(run: Looking): EnvSource {
  const path = join(run.target.stateDir, '.env');
  const read = readFileBounded(path, MAX_JSON_BYTES);
  if (read.status !== 'ok') {
    noteFailure(run, 'env', path, read);
    return { from: 'dotenv', read: () => undefined };
  }
  const values = parseDotenv(new TextDecoder('utf-8').decode(read.bytes));
  return { from: 'dotenv', read: (name) => values.get(name) };
}

/** Reads the config; which release it is read for is said afterwards. */
export function readConfigOf(
  run: Looking,
  sources: readonly EnvSource[],
  redactor: Redactor,
): ConfigReading {
  return readConfig({
    path: run.target.configPath,
    read: (path) =>
      run.deadline.expired()
        ? { status: 'failed', reason: 'deadline' }
        : readFileBounded(path, MAX_CONFIG_BYTES),
    realpath,
    env: (name) => firstNonBlank(sources, name),
    redactor,
    readSecretFile: (path, limit) => readSecretFile(run, path, limit),
  });
}

/** The config as another release reads it. Where to look on the disk is left to the present one. */
export async function readForUpgrade(
  reading: ConfigReading,
  version: string | undefined,
): Promise<Pick<Snapshot, 'upgrade'>> {
  if (version === undefined) return {};
  const { snapshot: config } = reading.as(await dialectOf(knowledgeOf(version).generation));
  return { upgrade: { version, config } };
}

/** What a variable is set to: by the first of the sources that says more than blanks. */
export function firstNonBlank(sources: readonly EnvSource[], name: string): string | undefined {
  for (const { read } of sources) {
    const value = read(name);
    if (value?.trim()) return value;
  }
  return undefined;
}

function realpath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
