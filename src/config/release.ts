/** An OpenClaw release: `2026.2.21-2` (a re-release of 2026.2.21), `2026.9.1-beta.1` (before 2026.9.1). */
export interface Release {
  /** Year, month and number. */
  readonly numbers: readonly [number, number, number];
  /** Negative before the release of those numbers, 0 for it, positive for a re-release. */
  readonly stage: -1 | 0 | 1;
  /** What is compared inside a stage: numbers by value, words by spelling. */
  readonly suffix: readonly (string | number)[];
}

const SHAPE =
  /^v?(\d{4})\.(\d{1,2})\.(\d{1,3})(?:-([0-9A-Za-z][0-9A-Za-z.-]{0,31}))?(?:\+\S{0,40})?$/;

/** Undefined for anything that does not name one release exactly. */
export function parseRelease(text: string): Release | undefined {
  const [all, year, month, number, suffix] = SHAPE.exec(text.trim()) ?? [];
  if (all === undefined) return undefined;
  const numbers = [Number(year), Number(month), Number(number)] as const;
  if (suffix === undefined) return { numbers, stage: 0, suffix: [] };
  const parts = suffix.split(/[.-]/).map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  return { numbers, stage: /^\d+$/.test(suffix) ? 1 : -1, suffix: parts };
}

/** Negative when `a` came before `b`, 0 when they are the same. */
export function compareReleases(a: Release, b: Release): number {
  for (const [index, number] of a.numbers.entries()) {
    const difference = number - (b.numbers[index] ?? 0);
    if (difference !== 0) return difference;
  }
  if (a.stage !== b.stage) return a.stage - b.stage;
  const length = Math.max(a.suffix.length, b.suffix.length);
  for (let index = 0; index < length; index += 1) {
    const difference = compareParts(a.suffix[index], b.suffix[index]);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** As SemVer has it: nothing before something, numbers before words. */
function compareParts(a: string | number | undefined, b: string | number | undefined): number {
  if (a === b) return 0;
  if (a === undefined || b === undefined) return a === undefined ? -1 : 1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1;
  return a < b ? -1 : 1;
}
