import type { Generation } from '../config/known-releases.ts';
import { isJsonObject } from '../document/json-object.ts';
import type { Target } from '../locate/target.ts';
import type { Deadline } from './deadline.ts';
import type { Failed, Missing } from './errno.ts';
import { type Entry, type Listing, listDirectory } from './list-directory.ts';
import type { Part, Unmeasured } from './part.ts';
import { MAX_JSON_BYTES, readFileBounded } from './read-file.ts';

/** What can be worked with before the release is known. */
export interface Looking {
  readonly target: Target;
  readonly platform: string;
  readonly uid: number | null;
  readonly deadline: Deadline;
  /** Notes something that could not be measured while the rest could. */
  skip(entry: Unmeasured): void;
}

/** What every collector is given. */
export interface Collecting extends Looking {
  /** The releases whose ways the gateway is taken to follow. */
  readonly generation: Generation;
}

/** Thrown by a collector that cannot say anything: its part has then failed. */
class CollectorError extends Error {
  readonly outcome: Failed;
  constructor(outcome: Failed) {
    super(outcome.detail);
    this.name = 'CollectorError';
    this.outcome = outcome;
  }
}

/** Runs one collector; whatever goes wrong in it stays in its part. */
export async function collect<T>(
  deadline: Deadline,
  run: () => Part<T> | Promise<Part<T>>,
): Promise<Part<T>> {
  if (deadline.expired()) return { status: 'failed', reason: 'deadline' };
  try {
    return await run();
  } catch (error) {
    if (error instanceof CollectorError) return error.outcome;
    // Only the kind of error: its message may quote what the file held.
    const detail = error instanceof Error ? error.name : 'unknown';
    return { status: 'failed', reason: 'failed', detail };
  }
}

/**
 * The entries of the directory that a whole part is about; empty when there is none.
 * @throws CollectorError when it cannot be listed.
 */
export function mainEntriesOf(
  run: Collecting,
  part: string,
  path: string,
  limit: number,
): readonly Entry[] {
  const listing = listDirectory(path, limit);
  if (listing.status === 'failed')
    throw new CollectorError({ ...listing, detail: `${path}: ${listing.detail}` });
  return listing.status === 'ok' ? takeEntries(run, part, path, listing) : [];
}

/** The entries of a directory; failures and cuts are noted, and read as an empty directory. */
export function entriesOf(
  run: Collecting,
  part: string,
  path: string,
  limit: number,
): readonly Entry[] {
  const listing = listDirectory(path, limit);
  if (listing.status === 'ok') return takeEntries(run, part, path, listing);
  noteFailure(run, part, path, listing);
  return [];
}

function takeEntries(run: Collecting, part: string, path: string, { entries, cut }: Listing) {
  if (cut)
    run.skip({ part, reason: 'too_many', subject: path, detail: `more than ${entries.length}` });
  return entries;
}

/** A small JSON file; undefined when it is missing, unreadable or malformed, the last two noted. */
export function readJson(run: Collecting, part: string, path: string): unknown {
  const read = readFileBounded(path, MAX_JSON_BYTES);
  if (read.status !== 'ok') {
    noteFailure(run, part, path, read);
    return undefined;
  }
  try {
    return JSON.parse(new TextDecoder('utf-8').decode(read.bytes));
  } catch {
    run.skip({ part, reason: 'malformed', subject: path });
    return undefined;
  }
}

/** Notes that something could not be read; what is missing is no failure. */
export function noteFailure(
  run: Looking,
  part: string,
  subject: string,
  outcome: Missing | Failed,
): void {
  if (outcome.status === 'failed')
    run.skip({ part, reason: outcome.reason, subject, detail: outcome.detail });
}

/** Whether the time is up; notes what is left out because of it. */
export function outOfTime(run: Looking, part: string, subject: string): boolean {
  if (!run.deadline.expired()) return false;
  run.skip({ part, reason: 'deadline', subject });
  return true;
}

/** The own property of a parsed JSON object; undefined for anything else. */
export function property(value: unknown, key: string): unknown {
  return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** A string property, at most `limit` characters of it. */
export function textProperty(value: unknown, key: string, limit: number): string | undefined {
  const text = property(value, key);
  return typeof text === 'string' ? text.slice(0, limit) : undefined;
}
