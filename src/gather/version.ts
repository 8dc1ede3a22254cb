import { knowledgeOf, NEWEST_KNOWN } from '../config/known-releases.ts';
import { parseRelease } from '../config/release.ts';
import type { InstalledRelease } from './installed-release.ts';
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
export function readRecord(written = ''): string | undefined {
  const record = written.trim();
  return record.length <= MAX_LENGTH && parseRelease(record) ? record : undefined;
}
