import { knowledgeOf, NEWEST_KNOWN } from '../config/known-releases.ts';
import { parseRelease } from '../config/release.ts';
import type { Deadline } from './deadline.ts';
import type { DockerHost } from './docker-command.ts';
import { findInstalledRelease, type InstalledRelease } from './installed-release.ts';
import type { VersionFacts } from './version-facts.ts';

const MAX_LENGTH = 60;

/**
 * Decides which release to judge as: the flag's, the one the config records, the one that is
 * installed, the newest known.
 */
export function resolveVersion(
  flag: string | undefined,
  written: string | undefined,
  installed?: InstalledRelease,
): VersionFacts {
  const record = readRecord(written);
  const judged = flag ?? record ?? installed?.version ?? NEWEST_KNOWN;
  return {
    judged,
    source: flag ? 'flag' : record ? 'config' : installed ? 'installed' : 'default',
    rules: knowledgeOf(judged).rules,
    ...(record === undefined ? {} : { configRecord: record }),
    ...(installed === undefined ? {} : { installed }),
  };
}

/** The release that last wrote the config, as it says itself. */
function readRecord(written = ''): string | undefined {
  const record = written.trim();
  return record.length <= MAX_LENGTH && parseRelease(record) ? record : undefined;
}

interface Asking extends DockerHost {
  /** The release given by the caller. */
  readonly openclawVersion?: string;
  readonly deadline: Deadline;
}

/**
 * The OpenClaw that is on this host. Containers are asked only when nothing else tells the release:
 * starting docker costs more than the rest of a run.
 */
export async function findRelease(
  asking: Asking,
  home: string,
  record: string | undefined,
): Promise<InstalledRelease | undefined> {
  const found = findInstalledRelease(asking.env, home);
  if (found || asking.openclawVersion !== undefined || readRecord(record)) return found;
  const { findImageRelease } = await import('./image-release.ts');
  return findImageRelease(asking, asking.deadline);
}
