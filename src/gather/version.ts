import type { Settings } from './settings.ts';
import type { VersionFacts } from './snapshot.ts';

/** The releases whose meaning is known; the newest last. */
const KNOWN = ['2026.2.24'] as const;
const VERSION = /^v?\d{4}\.\d{1,2}\.\d{1,2}(?:[-+][0-9A-Za-z.-]{1,40})?$/;

/** Decides under which release's meaning to judge: the flag's, the config's own record, the newest. */
export function resolveVersion(flag: string | undefined, settings: Settings): VersionFacts {
  const written = settings.text('meta', 'lastTouchedVersion');
  const record = written !== undefined && VERSION.test(written) ? written : undefined;
  const recorded = record === undefined ? {} : { configRecord: record };
  if (flag !== undefined) return { judged: flag, source: 'flag', ...recorded };
  const judged = nearestKnown(record);
  return { judged, source: judged === record ? 'config' : 'default', ...recorded };
}

/** The newest known release that is not newer than `version`; the oldest known for older ones. */
function nearestKnown(version: string | undefined): string {
  const newest = KNOWN[KNOWN.length - 1] ?? '';
  if (version === undefined) return newest;
  return KNOWN.findLast((known) => compare(known, version) <= 0) ?? KNOWN[0];
}

function compare(a: string, b: string): number {
  const numbers = (text: string) => (text.match(/\d+/g) ?? []).slice(0, 3).map(Number);
  const [left, right] = [numbers(a), numbers(b)];
  for (let index = 0; index < 3; index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
