import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { tarOf } from '../../../test/support/tar.ts';
import { expand } from './expand.ts';

const bytes = (...numbers: number[]) => Uint8Array.from([...numbers, ...new Array(40).fill(7)]);
const text = (value: string) => new TextEncoder().encode(value);

test.each([
  ['rar', bytes(0x52, 0x61, 0x72, 0x21, 0x1a, 0x07, 1, 0)],
  ['7z', bytes(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c)],
  ['xz', bytes(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0)],
  ['zst', bytes(0x28, 0xb5, 0x2f, 0xfd)],
  ['bz2', text('BZh91AY&SYxxxxxxxxxxxx')],
])('%s is not opened, and that is said', (name, content) => {
  const { unread } = expand({ path: `a.${name}`, bytes: content });
  expect(unread).toEqual([{ path: `a.${name}`, reason: 'unsupported' }]);
});

test.each(['BZhello there', 'Rar! it says', '7z'])('the text %j is no archive', (content) => {
  expect(expand({ path: 'a', bytes: text(content) }).unread).toEqual([]);
});

test('archives in archives are opened', () => {
  const inner = gzipSync(tarOf({ 'run.sh': 'echo hello' }));
  const { files } = expand({ path: 'a.tgz', bytes: gzipSync(tarOf({ 'b.tgz': inner })) });
  expect(files.map(({ path }) => path)).toEqual(['a.tgz', 'a.tgz!/b.tgz', 'a.tgz!/b.tgz!/run.sh']);
});

test('all that comes out of one file has one bound', () => {
  const zeros = gzipSync(Buffer.alloc(31 * 1024 * 1024));
  let packed = Buffer.alloc(0);
  for (let i = 0; i < 8; i++)
    packed = Buffer.concat([packed, Buffer.from(tarOf({ [`${i}.gz`]: zeros })).subarray(0, -1024)]);
  const { files, unread } = expand({ path: 'a.tar', bytes: packed });
  const total = files.slice(1).reduce((sum, file) => sum + file.bytes.length, 0);
  expect(total).toBeLessThanOrEqual(128 * 1024 * 1024);
  expect(unread.some(({ reason }) => reason === 'too_large')).toBe(true);
});
