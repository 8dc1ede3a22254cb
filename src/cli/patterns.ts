import { CHECKS } from '../checks/index.ts';
import { maySelect } from '../judge/selection.ts';
import { nearest } from '../text/nearest.ts';
import { UsageError } from './errors.ts';

/** @throws UsageError for an id, family or glob that no check answers to: it would hide a typo. */
export function requireKnownChecks(option: string, patterns: readonly string[]): void {
  const unknown = patterns.find((pattern) => !CHECKS.some(({ id }) => maySelect(id, [pattern])));
  if (unknown === undefined) return;
  const known = new Set(CHECKS.flatMap(({ id }) => [id, id.split('.')[0] ?? id]));
  throw new UsageError('unknown_check', { option, value: unknown }, nearest(unknown, known));
}
