import { join } from 'node:path';
import { ALL_CHANNELS } from '../config/known-channels.ts';
import { type Collecting, mainEntriesOf, outOfTime, property, readJson } from './collect.ts';
import type { Part } from './part.ts';
import type { PairingStore } from './stored-facts.ts';

const PART = 'pairing';
const SUFFIX = '-allowFrom.json';
const MAX_FILES = 1000;
const MAX_ENTRIES = 5000;
const MAX_LENGTH = 256;

/** Who was approved by pairing: `<channel>[-<account>]-allowFrom.json` below the credentials. */
export function gatherPairing(run: Collecting): Part<readonly PairingStore[]> {
  const dir = run.target.credentialsDir;
  const stores: PairingStore[] = [];
  for (const { name } of mainEntriesOf(run, PART, dir, MAX_FILES)) {
    if (!name.endsWith(SUFFIX) || name.length === SUFFIX.length) continue;
    if (outOfTime(run, PART, dir)) break;
    const path = join(dir, name);
    const content = readJson(run, PART, path);
    if (content === undefined) continue;
    const list = property(content, 'allowFrom');
    if (!Array.isArray(list)) {
      run.skip({ part: PART, reason: 'malformed', subject: path });
      continue;
    }
    if (list.length > MAX_ENTRIES)
      run.skip({
        part: PART,
        reason: 'too_many',
        subject: path,
        detail: `more than ${MAX_ENTRIES}`,
      });
    stores.push({
      ...splitName(name.slice(0, -SUFFIX.length)),
      path,
      entries: list.slice(0, MAX_ENTRIES).flatMap(entryOf),
    });
  }
  return { status: 'ok', value: stores };
}

function entryOf(entry: unknown): readonly string[] {
  if (typeof entry !== 'string' && typeof entry !== 'number') return [];
  const text = String(entry).trim().slice(0, MAX_LENGTH);
  return text ? [text] : [];
}

/** Channel ids contain dashes, so the longest known one that fits decides. */
function splitName(name: string): { readonly channel: string; readonly account?: string } {
  if (ALL_CHANNELS.has(name)) return { channel: name };
  const channel = [...ALL_CHANNELS]
    .filter((id) => name.startsWith(`${id}-`) && name.length > id.length + 1)
    .sort((a, b) => b.length - a.length)[0];
  return channel === undefined
    ? { channel: name }
    : { channel, account: name.slice(channel.length + 1) };
}
