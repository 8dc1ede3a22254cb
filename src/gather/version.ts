import { knowledgeOf, NEWEST_KNOWN } from '../config/known-releases.ts';
import { parseRelease } from '../config/release.ts';
import type { VersionFacts } from './snapshot.ts';

const MAX_LENGTH = 60;

/** Decides which release to judge as: the flag's, the one the config records, the newest known. */
export function resolveVersion(
  flag: string | undefined,
  written: string | undefined,
): VersionFacts {
  const record = readRecord(written);
  const found = flag ?? record;
  const judged = found ?? NEWEST_KNOWN;
  return {
    judged,
    source: flag !== undefined ? 'flag' : record !== undefined ? 'config' : 'default',
    rules: knowledgeOf(judged).rules,
    ...(record === undefined ? {} : { configRecord: record }),
  };
}

/** The release that last wrote the config, as it says itself. */
function readRecord(written = ''): string | undefined {
  const record = written.trim();
  return record.length <= MAX_LENGTH && parseRelease(record) ? record : undefined;
}
