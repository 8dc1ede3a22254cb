import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startProgress } from './progress.ts';
import { testIo } from './test-io.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const watchedIo = () => ({ ...testIo(), watched: async () => true });

test('says something after a second and wipes it away', async () => {
  const io = watchedIo();
  const progress = startProgress(io, false, 'en');
  await vi.advanceTimersByTimeAsync(999);
  expect(io.seen.err).toBe('');
  await vi.advanceTimersByTimeAsync(1);
  expect(io.seen.err).toBe('Looking at the gateway…');
  progress.stop();
  expect(io.seen.err).toSatisfy((text: string) => text.endsWith('\r\x1b[2K'));
});

test('is silent when quiet, when nobody watches and when it was quick', async () => {
  const quiet = watchedIo();
  const piped = testIo();
  const quick = watchedIo();
  startProgress(quiet, true, 'en');
  startProgress(piped, false, 'en');
  startProgress(quick, false, 'en').stop();
  await vi.advanceTimersByTimeAsync(5000);
  expect(quiet.seen.err + piped.seen.err + quick.seen.err).toBe('');
});
