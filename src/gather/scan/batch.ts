import type { Generation } from '../../config/known-releases.ts';
import type { FileResult } from '../../scan/finding.ts';
import type { Lane } from './lane.ts';
import type { Unread } from './unread.ts';

/** What is looked for besides what is always looked for. */
export interface Wanted {
  /** Whether indicators of compromise count. */
  readonly indicators: boolean;
  /** Set when the rules of OpenClaw's own scan are matched as well: as which releases have them. */
  readonly reference?: Generation | undefined;
}

/** Files of one item, for one worker. Plain data: it travels between threads. */
export interface Batch extends Wanted {
  /** Which item it belongs to. */
  readonly item: number;
  /** Absolute path of the item. */
  readonly path: string;
  /** Absolute folder that its files are relative to. */
  readonly root: string;
  readonly files: readonly string[];
  readonly lane: Lane;
  /** Set when these are all programs of the item: then they are followed into each other as well. */
  readonly whole?: true;
  /**
   * Files, members of archives included, that are followed into each other in this order; then
   * `files` are those that hold them, and are not scanned by themselves.
   */
  readonly modules?: readonly string[];
  /** Files at which a thread died or hung: they are searched by words, and followed nowhere. */
  readonly unfollowed?: readonly string[];
}

/** What one file of a folder gave; several results when it is an archive. */
export interface FileOutcome {
  /** Relative to the item; empty for what several files show together. */
  readonly file: string;
  /** Of the bytes that were read; empty when there were none. */
  readonly sha256: string;
  readonly results: readonly FileResult[];
  readonly unread: readonly Unread[];
}
