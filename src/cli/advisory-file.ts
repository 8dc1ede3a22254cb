import { readFileBounded } from '../gather/read-file.ts';
import type { AdvisoryData } from '../posture/advisory-data.ts';
import { readAdvisories } from './advisory-data.ts';
import { IncompleteError, UsageError } from './errors.ts';

const MAX_MEBIBYTES = 16;

/**
 * Reads a list of advisories newer than the one that came with this program.
 * @throws UsageError when it is something else, IncompleteError when it cannot be read.
 */
export function readAdvisoryFile(path: string): AdvisoryData {
  const read = readFileBounded(path, MAX_MEBIBYTES * 1024 * 1024);
  if (read.status !== 'ok') {
    const reason = read.status === 'missing' ? 'ENOENT' : (read.detail ?? read.reason);
    throw new IncompleteError('advisories_unreadable', { path, reason });
  }
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8').decode(read.bytes));
  } catch {
    throw new UsageError('advisories_not_json', { path });
  }
  const outcome = readAdvisories(value);
  if (outcome.ok) return outcome.value;
  const { at, expected } = outcome;
  throw new UsageError('advisories_malformed', { path, at, expected });
}
