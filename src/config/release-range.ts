import { compareReleases, parseRelease, type Release } from './release.ts';

interface Bound {
  readonly operator: '<' | '<=' | '>' | '>=' | '=';
  readonly release: Release;
}

/** Alternatives, each a list of bounds that must all hold. */
export type ReleaseRange = readonly (readonly Bound[])[];

const MAX_BOUNDS = 50;
const BOUND = /^(<=|>=|<|>|=)?\s*(\S+)$/;

/** Reads `>=2026.2.1 <2026.2.22 || =2026.3.1`; undefined for anything else. */
export function parseRange(text: string): ReleaseRange | undefined {
  const range: Bound[][] = [];
  let count = 0;
  for (const alternative of text.split('||')) {
    const bounds: Bound[] = [];
    for (const word of alternative
      .trim()
      .replaceAll(/([<>=])\s+/g, '$1')
      .split(/\s+/)) {
      const [, operator = '=', written = ''] = BOUND.exec(word) ?? [];
      const release = parseRelease(written);
      count += 1;
      if (!release || count > MAX_BOUNDS) return undefined;
      bounds.push({ operator: operator as Bound['operator'], release });
    }
    range.push(bounds);
  }
  return range;
}

export function inRange(range: ReleaseRange, release: Release): boolean {
  return range.some((bounds) =>
    bounds.every((bound) => holds(bound.operator, compareReleases(release, bound.release))),
  );
}

function holds(operator: Bound['operator'], order: number): boolean {
  if (operator === '=') return order === 0;
  if (operator === '<') return order < 0;
  if (operator === '<=') return order <= 0;
  return operator === '>' ? order > 0 : order >= 0;
}
