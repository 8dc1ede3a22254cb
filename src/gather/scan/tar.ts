import type { Member } from './archive.ts';

const BLOCK = 512;
const MAX_HEADER = 64 * 1024;

/** Whether bytes look like a tar: a header whose checksum is right. */
export function isTar(bytes: Uint8Array): boolean {
  if (bytes.length < BLOCK) return false;
  const written = octal(bytes, 148, 8);
  let sum = 0;
  for (let i = 0; i < BLOCK; i++) sum += i >= 148 && i < 156 ? 32 : (bytes[i] ?? 0);
  return written === sum && sum > 256;
}

/** Regular files of a tar, long names (pax and GNU) included; links are given with no bytes. */
export function* readTar(bytes: Uint8Array, limit: () => number): Generator<Member> {
  let longName: string | undefined;
  for (let at = 0; at + BLOCK <= bytes.length; ) {
    if (bytes[at] === 0) return;
    const size = octal(bytes, at + 124, 12);
    const type = String.fromCharCode(bytes[at + 156] ?? 0);
    const body = bytes.subarray(at + BLOCK, at + BLOCK + size);
    const prefix = text(bytes, at + 345, 155);
    const short = text(bytes, at, 100);
    const name: string = longName ?? (prefix === '' ? short : `${prefix}/${short}`);
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
    if (type === 'L') longName = text(body, 0, Math.min(size, MAX_HEADER));
    else if (type === 'x') longName = paxPath(body.subarray(0, MAX_HEADER)) ?? longName;
    else {
      longName = undefined;
      if (type === '1' || type === '2') yield { name, reason: 'link_outside' };
      else if (type !== '0' && type !== '\0') continue;
      else if (body.length < size) yield { name, reason: 'damaged' };
      else yield size > limit() ? { name, reason: 'too_large' } : { name, bytes: body };
    }
  }
}

function octal(bytes: Uint8Array, at: number, length: number): number {
  const digits = text(bytes, at, length).trim();
  return /^[0-7]{1,12}$/.test(digits) ? Number.parseInt(digits, 8) : 0;
}

function text(bytes: Uint8Array, at: number, length: number): string {
  const field = bytes.subarray(at, at + length);
  const end = field.indexOf(0);
  return new TextDecoder('utf-8').decode(end < 0 ? field : field.subarray(0, end));
}

/** A pax header: `LENGTH path=VALUE\n` among others. */
function paxPath(header: Uint8Array): string | undefined {
  return /(?:^|\n)\d{1,8} path=([^\n]{1,4096})\n/.exec(
    new TextDecoder('utf-8').decode(header),
  )?.[1];
}
