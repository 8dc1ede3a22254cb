import { modulesToFollow } from '../../scan/modules/follow.ts';
import type { Batch, FileOutcome } from './batch.ts';
import type { Unread } from './unread.ts';

/**
 * The second look at an item: data that goes from one of its files to another. `outcomes` are those
 * of all its files.
 */
export function moduleBatch(
  { item, path, root }: Pick<Batch, 'item' | 'path' | 'root'>,
  outcomes: readonly FileOutcome[],
): {
  readonly batch?: Batch & Required<Pick<Batch, 'modules'>>;
  readonly unread: readonly Unread[];
} {
  const { paths, left } = modulesToFollow(outcomes.flatMap(({ results }) => results));
  const unread = notFollowed(path, left);
  if (paths.length === 0) return { unread };
  const files = [...new Set(paths.map(outermost))];
  const common = { item, path, root, lane: 'programs', indicators: false } as const;
  return { batch: { ...common, files, modules: paths }, unread };
}

/** Says that so many files of an item were not followed. */
export function notFollowed(path: string, left: number): readonly Unread[] {
  return left > 0 ? [{ path, reason: 'not_followed', detail: String(left) }] : [];
}

/** The file of a folder that a member of an archive, or of one in that, lies in. */
export function outermost(path: string): string {
  const end = path.indexOf('!/');
  return end < 0 ? path : path.slice(0, end);
}
