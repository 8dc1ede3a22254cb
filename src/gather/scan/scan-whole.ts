import { createHash } from 'node:crypto';
import type { FileResult, ScanFinding } from '../../scan/finding.ts';
import { modulesToFollow } from '../../scan/modules/follow.ts';
import { followInOrder } from '../../scan/modules/links.ts';
import { outlookOf } from '../../scan/scan-file.ts';
import type { Batch, FileOutcome } from './batch.ts';
import type { Run } from './bounded.ts';
import { notFollowed, outermost } from './module-batch.ts';
import { type OpenFile, openFile, type ReadFile, readWhole } from './open-file.ts';
import { sameFiles } from './same-files.ts';
import { type Joint, resultsBefore, scanOne } from './scan-one.ts';
import { scanSource } from './scan-source.ts';

/** A file of which it is known what it has to do with the others. */
interface Outlook {
  readonly read: ReadFile;
  /** What it gave when it was scanned by itself before. */
  readonly before: readonly FileResult[] | undefined;
  /** Results of which the facts count. */
  readonly facts: readonly FileResult[];
  /** Set while there is room to keep it open. */
  readonly open: OpenFile | undefined;
}

/** Bytes of an item that are held while the rest of it is looked at; other files are read twice. */
const MAX_HELD = 8 * 1024 * 1024;

/** Sets of files that this thread has followed into each other, by the names and sums of all of them. */
const known = sameFiles();

/**
 * Scans all programs of an item. Which of them are followed into each other is told by words, so that
 * each is parsed and followed once. `enter` is told the number of each file when it is its turn.
 */
export function scanWhole(
  batch: Batch,
  enter: (file: number) => void,
  run: Run,
  most = MAX_HELD,
): readonly FileOutcome[] {
  const { path: item, root, files } = batch;
  let room = most;
  const outlooks = files.map((file, number) => {
    enter(number);
    const seen = lookAt(batch, file);
    room -= bytesOf(seen);
    return room < 0 ? { ...seen, read: { ...seen.read, bytes: undefined }, open: undefined } : seen;
  });
  const { paths, left } = modulesToFollow(outlooks.flatMap(({ facts }) => facts));
  const joined = paths.length === 0 ? undefined : follow(batch, paths, outlooks, enter, run);
  const outer = new Set(paths.map(outermost));
  const outcomes = outlooks.map(({ read, before, open }, number): FileOutcome => {
    const { file, sha256 } = read;
    if (before && !outer.has(file)) return { file, sha256, results: before, unread: [] };
    enter(number);
    return open || read.bytes
      ? scanOne(batch, read, run, open, joined)
      : scanOne(batch, readWhole(root, file), run, undefined, joined);
  });
  const unread = notFollowed(item, left);
  return unread.length === 0
    ? outcomes
    : [...outcomes, { file: '', sha256: '', results: [], unread }];
}

/** What keeping it takes: of an archive, all that came out of it. */
function bytesOf({ read, open }: Outlook): number {
  const { length = 0 } = read.bytes ?? [];
  return open ? open.sources.reduce((sum, { bytes }) => sum + bytes.length, length) : length;
}

function lookAt(batch: Batch, file: string): Outlook {
  const read = readWhole(batch.root, file);
  const before = resultsBefore(batch, read);
  if (before) return { read, before, facts: before, open: undefined };
  const open = openFile(batch.root, read);
  const facts = batch.unfollowed?.includes(file) ? [] : open.sources.map(outlookOf);
  return { read, before, facts, open };
}

/** Scans the texts that are followed into each other; gives what each of them showed. */
function follow(
  { root, indicators, reference }: Batch,
  paths: readonly string[],
  outlooks: readonly Outlook[],
  enter: (file: number) => void,
  run: Run,
): (source: { readonly path: string }) => Joint | undefined {
  const joints = new Map(paths.map((path) => [path, { results: [], failed: [] } as OpenJoint]));
  const numbers = new Map(outlooks.map(({ read }, number) => [read.file, number]));
  const sums = createHash('sha256');
  for (const path of paths) {
    const number = numbers.get(outermost(path)) ?? 0;
    sums.update(`${outlooks[number]?.read.sha256} ${path}\n`);
  }
  const same = { path: '', sha256: sums.digest('hex'), indicators, reference };
  const before = known.get(same);
  if (before) for (const result of before) joints.get(result.path)?.results.push(result);
  else {
    const sourcesAt = opener(root, outlooks);
    const seen = new Set<string>();
    followInOrder(paths, (path, links) => {
      const number = numbers.get(outermost(path)) ?? 0;
      enter(number);
      const joint = joints.get(path);
      // An archive may hold several under one name.
      for (const source of sourcesAt(number, path)) {
        const { result, failed } = scanSource(source, { indicators, reference, links, run });
        if (failed !== undefined) joint?.failed.push(failed);
        // Looked at again, it says the same of itself.
        if (result) joint?.results.push(seen.has(path) ? { ...result, facts: [] } : result);
      }
      seen.add(path);
    });
    const all = [...joints.values()];
    if (all.every(({ failed }) => failed.length === 0))
      known.set(
        same,
        all.flatMap(({ results }) => results),
      );
  }
  const given = new Set<string>();
  return ({ path }) => {
    const { results = [], failed = [] } = joints.get(path) ?? {};
    // What could not be read when its turn came, and can be now, is scanned by itself.
    if (results.length + failed.length === 0) return undefined;
    // Of several under one name the first is told what all of them gave.
    if (given.has(path)) return { failed: [], results: [] };
    given.add(path);
    return { failed, results: results.flatMap(byPlace) };
  };
}

interface OpenJoint {
  readonly results: FileResult[];
  readonly failed: string[];
}

/** Gives texts of files, held or read anew; of the latter one at a time. */
function opener(root: string, outlooks: readonly Outlook[]) {
  let anew: { readonly number: number; readonly open: OpenFile } | undefined;
  return (number: number, path: string) => {
    const { read, open: held } = outlooks[number] ?? {};
    if (!read) return [];
    if (!held && anew?.number !== number)
      anew = { number, open: openFile(root, read.bytes ? read : readWhole(root, read.file)) };
    return (held ?? anew?.open)?.sources.filter((source) => source.path === path) ?? [];
  };
}

/** What a text does by another one is shown where that lies. */
function byPlace({ path, findings, facts }: FileResult): readonly FileResult[] {
  const isOwn = ({ file }: ScanFinding) => file === path;
  const others = findings.filter((it) => !isOwn(it));
  const elsewhere = others.map((it) => ({ path: it.file, findings: [it], facts: [] }));
  return [{ path, findings: findings.filter(isOwn), facts }, ...elsewhere];
}
