import { knowledgeOf, NEWEST_KNOWN } from '../config/known-releases.ts';
import { parseRelease } from '../config/release.ts';
import type { Settings } from './settings.ts';
import type { VersionFacts } from './snapshot.ts';

const MAX_LENGTH = 60;

/** Decides which release to judge as: the flag's, the one the config records, the newest known. */
export function resolveVersion(flag: string | undefined, settings: Settings): VersionFacts {
  const record = readRecord(settings);
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
function readRecord(settings: Settings): string | undefined {
  const written = settings.text('meta', 'lastTouchedVersion');
  if (written === undefined || written.length > MAX_LENGTH) return undefined;
  return parseRelease(written) ? written : undefined;
}
