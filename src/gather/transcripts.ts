import { type Dir, lstatSync, opendirSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { normalizeAgentId } from '../config/agent-id.ts';
import { type Collecting, mainEntriesOf, noteFailure, outOfTime } from './collect.ts';
import { outcomeOf } from './errno.ts';
import type { TranscriptDir } from './file-facts.ts';
import type { Part } from './part.ts';

const PART = 'transcripts';
const MAX_AGENTS = 20_000;
const MAX_EXAMPLES = 5;
/** How many files are looked at between two glances at the clock, or at what else goes on. */
const STRIDE = 512;
const OTHERS = 0o066;
const S_IFMT = 0o170000;
const S_IFREG = 0o100000;
const S_IFLNK = 0o120000;
const QUIET = { throwIfNoEntry: false } as const;

type Counts = { -readonly [K in keyof TranscriptDir]: TranscriptDir[K] } & { examples: string[] };

/** Counts the modes of every `agents/<agent>/sessions/*.jsonl`, directory by directory. */
export async function gatherTranscripts(run: Collecting): Promise<Part<readonly TranscriptDir[]>> {
  if (run.platform === 'win32')
    return { status: 'failed', reason: 'unsupported', detail: 'one ACL a file takes too long' };
  const agentsDir = join(run.target.stateDir, 'agents');
  const owner = ownerOf(run.target.stateDir) ?? run.uid ?? 0;
  const found: TranscriptDir[] = [];
  let looked = 0;
  for (const entry of mainEntriesOf(run, PART, agentsDir, MAX_AGENTS)) {
    if (entry.kind === 'file' || entry.kind === 'other') continue;
    if (outOfTime(run, PART, agentsDir)) break;
    const counts = countDirectory(run, join(agentsDir, entry.name, 'sessions'), entry.name, owner);
    if (counts && counts.total > 0) found.push(counts);
    looked += 1 + (counts?.total ?? 0);
    if (looked < STRIDE) continue;
    looked = 0;
    // Lets a child process that has ended be noticed before its time limit is.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { status: 'ok', value: found };
}

function ownerOf(path: string): number | undefined {
  try {
    return statSync(path, QUIET)?.uid;
  } catch {
    return undefined;
  }
}

function countDirectory(
  run: Collecting,
  path: string,
  agent: string,
  owner: number,
): TranscriptDir | undefined {
  const counts: Counts = {
    path,
    agent: normalizeAgentId(agent),
    total: 0,
    groupRead: 0,
    groupWrite: 0,
    worldRead: 0,
    worldWrite: 0,
    symlinks: 0,
    foreignOwner: 0,
    examples: [],
  };
  let dir: Dir | undefined;
  try {
    // Latin-1 keeps every byte of a name and is the fastest; a stream keeps memory flat.
    dir = opendirSync(path, { encoding: 'latin1', bufferSize: 1024 });
    const prefix = `${path}/`;
    let seen = 0;
    for (let entry = dir.readSync(); entry !== null; entry = dir.readSync()) {
      seen += 1;
      if (seen % STRIDE === 0 && outOfTime(run, PART, path)) break;
      const { name } = entry;
      if (name.endsWith('.jsonl')) count(counts, prefix, name, owner);
    }
  } catch (error) {
    noteFailure(run, PART, path, outcomeOf(error));
  } finally {
    dir?.closeSync();
  }
  return counts;
}

function count(counts: Counts, prefix: string, name: string, owner: number): void {
  const path = /[\x80-\xff]/.test(name)
    ? Buffer.concat([Buffer.from(prefix), Buffer.from(name, 'latin1')])
    : prefix + name;
  const own = lstatSync(path, QUIET);
  if (own === undefined) return;
  let stats: Stats | undefined = own;
  if ((own.mode & S_IFMT) === S_IFLNK) {
    counts.total += 1;
    counts.symlinks += 1;
    stats = follow(path);
    if (stats === undefined || (stats.mode & S_IFMT) !== S_IFREG) return;
  } else if ((own.mode & S_IFMT) === S_IFREG) counts.total += 1;
  else return;

  const { mode, uid } = stats;
  if (uid !== owner && uid !== 0) counts.foreignOwner += 1;
  if ((mode & OTHERS) === 0) return;
  if ((mode & 0o040) !== 0) counts.groupRead += 1;
  if ((mode & 0o020) !== 0) counts.groupWrite += 1;
  if ((mode & 0o004) !== 0) counts.worldRead += 1;
  if ((mode & 0o002) !== 0) counts.worldWrite += 1;
  if (counts.examples.length < MAX_EXAMPLES) counts.examples.push(path.toString());
}

function follow(path: string | Buffer): Stats | undefined {
  try {
    return statSync(path, QUIET);
  } catch {
    return undefined;
  }
}
