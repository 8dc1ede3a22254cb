import { bodyOf } from '../../scan/across.ts';
import type { FileResult, ScanFinding } from '../../scan/finding.ts';
import type { ScanItem } from '../../scan/item.ts';
import { underOwnName } from '../../scan/own-name.ts';
import { judgeItem } from '../../scan/scan-item.ts';
import type { Unread } from './unread.ts';

/** What an item is by itself. Plain JSON: it lies in the cache. */
export interface Judged {
  /** The name that it gives itself. */
  readonly name: string;
  /** Hash of what its SKILL.md says below the head; empty when there is nothing. */
  readonly body: string;
  /** The worst first. */
  readonly findings: readonly ScanFinding[];
  readonly unread: readonly Unread[];
}

/** Judges an item by what its files gave. */
export function judge(
  item: ScanItem,
  {
    results,
    unread,
  }: { readonly results: readonly FileResult[]; readonly unread: readonly Unread[] },
): Judged {
  const own = underOwnName(item, results);
  const { findings } = judgeItem({ item: own, results });
  return { name: own.name, body: bodyOf(results), findings, unread };
}
