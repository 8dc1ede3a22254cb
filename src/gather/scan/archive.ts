import { gunzipSync } from 'node:zlib';
import { isBinary } from '../../scan/source-file.ts';
import { isTar, readTar } from './tar.ts';
import type { UnreadReason } from './unread.ts';
import { isTooLarge, readZip } from './zip.ts';

/** A file in an archive, or why it could not be read. */
export type Member = { readonly name: string } & (
  | { readonly bytes: Uint8Array }
  | { readonly reason: UnreadReason }
);

export type ArchiveKind = 'zip' | 'tar' | 'gzip' | 'closed';

/** What comes out of one archive, those within it included. */
export interface Budget {
  bytes: number;
  members: number;
}

const MAX_EXPANDED = 128 * 1024 * 1024;
const MAX_MEMBER = 32 * 1024 * 1024;
const MAX_MEMBERS = 5000;
/** More than a thousand times its size is no archive that was made to be used. */
const MAX_RATIO = 1000;

/** What kind of archive it is by its first bytes; `closed` is one that is not looked into. */
export function archiveKind(bytes: Uint8Array): ArchiveKind | undefined {
  const starts = (...magic: number[]) => magic.every((byte, i) => bytes[i] === byte);
  if (starts(0x50, 0x4b, 3, 4) || starts(0x50, 0x4b, 5, 6)) return 'zip';
  if (starts(0x1f, 0x8b)) return 'gzip';
  if (CLOSED.some((magic) => starts(...magic)) || isBzip2(bytes)) return 'closed';
  return isBinary(bytes) && isTar(bytes) ? 'tar' : undefined;
}

/** rar, 7z, xz, zst. */
const CLOSED = [
  [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07],
  [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c],
  [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00],
  [0x28, 0xb5, 0x2f, 0xfd],
];

/** Its magic is text; the start of the first block tells it from a word. */
function isBzip2(bytes: Uint8Array): boolean {
  const magic = [0x42, 0x5a, 0x68, undefined, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59];
  return magic.every((byte, i) => byte === undefined || bytes[i] === byte);
}

export const newBudget = (): Budget => ({ bytes: MAX_EXPANDED, members: MAX_MEMBERS });

/** The files of an archive, within bounds of number and size; nothing is written anywhere. */
export function* openArchive(
  kind: ArchiveKind,
  bytes: Uint8Array,
  budget: Budget = newBudget(),
): Generator<Member> {
  let left = Math.max(bytes.length * MAX_RATIO, MAX_MEMBER);
  const limit = () => Math.max(0, Math.min(left, budget.bytes, MAX_MEMBER));
  try {
    for (const member of membersOf(kind, bytes, limit, budget.bytes)) {
      if (budget.members-- <= 0) {
        yield { name: '*', reason: 'too_many' };
        return;
      }
      if ('bytes' in member) {
        left -= member.bytes.length;
        budget.bytes -= member.bytes.length;
      }
      yield member;
    }
  } catch {
    yield { name: '*', reason: 'damaged' };
  }
}

function* membersOf(
  kind: ArchiveKind,
  bytes: Uint8Array,
  limit: () => number,
  room: number,
): Generator<Member> {
  if (kind === 'zip') yield* readZip(bytes, limit);
  else if (kind === 'tar') yield* readTar(bytes, limit);
  else if (kind === 'gzip') yield* gunzip(bytes, limit, room);
  else yield { name: '*', reason: 'unsupported' };
}

function* gunzip(bytes: Uint8Array, limit: () => number, room: number): Generator<Member> {
  if (room <= 0) {
    yield { name: '*', reason: 'too_large' };
    return;
  }
  let content: Uint8Array;
  try {
    content = gunzipSync(bytes, { maxOutputLength: room });
  } catch (error) {
    yield { name: '*', reason: isTooLarge(error) ? 'too_large' : 'damaged' };
    return;
  }
  if (isTar(content)) yield* readTar(content, limit);
  else yield { name: 'content', bytes: content.subarray(0, limit()) };
}
