import { expect, test } from 'vitest';
import { longestCut } from '../bounds.ts';
import { prepare, scanFile } from '../scan-file.ts';
import { stringsIn } from '../strings.ts';

async function cutOf(bytes: Uint8Array): Promise<string | undefined> {
  await prepare(new Set(['binary', 'text'] as const));
  const file = { path: 'data.bin', language: 'binary', text: stringsIn(bytes), bytes } as const;
  return longestCut(scanFile(file, { indicators: false }).facts);
}

test('a binary file whose strings are not all read is said to be so', async () => {
  expect(await cutOf(new Uint8Array(8 * 1024 * 1024))).toBeUndefined();
  expect(await cutOf(new Uint8Array(8 * 1024 * 1024 + 1))).toBe(String(8 * 1024 * 1024 + 1));
  const readable = new Uint8Array(3 * 1024 * 1024).fill(0x61);
  for (let i = 0; i < readable.length; i += 1000) readable[i] = 0;
  expect(await cutOf(readable)).toBe(String(readable.length));
});
