import { parseRelease } from '../src/config/release.ts';
import { inRange, parseRange } from '../src/config/release-range.ts';

interface Entry {
  readonly id: string;
  readonly severity: string | null;
  readonly affectedRange: string;
  readonly fixedVersion: string | null;
  readonly conflict?: string;
}

/** What does not add up in a list of advisories, in words; the list itself is left as it is. */
export function oddities(advisories: readonly Entry[]): readonly string[] {
  const ids = (test: (entry: Entry) => boolean) => advisories.filter(test).map(({ id }) => id);
  const say = (text: string, found: readonly string[]) =>
    found.length === 0 ? [] : [`${text}: ${found.join(', ')}`];
  const fixInRange = ({ affectedRange, fixedVersion }: Entry) => {
    const range = parseRange(affectedRange);
    const fix = fixedVersion === null ? undefined : parseRelease(fixedVersion);
    return range !== undefined && fix !== undefined && inRange(range, fix);
  };
  return [
    ...say(
      'No fixed release recorded',
      ids(({ fixedVersion }) => fixedVersion === null),
    ),
    ...say(
      'No rating; counted as unrated, never as harmless',
      ids(({ severity }) => severity === null),
    ),
    ...say('The fixed release is in its own range; taken as not fixed there', ids(fixInRange)),
    ...say(
      'Sources disagree about the fix; the entry is as it was collected',
      ids(({ conflict }) => conflict !== undefined),
    ),
  ];
}
