import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { run } from './run.ts';
import { testIo } from './test-io.ts';

afterEach(() => vi.useRealTimers());

test('an audit that is done leaves no timer that keeps its caller alive', async () => {
  const home = mkdtempSync(join(tmpdir(), 'timers-'));
  try {
    mkdirSync(join(home, '.openclaw'), { mode: 0o700 });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await run(['audit', '--json'], testIo({ HOME: home, PATH: '' }));
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    rmSync(home, { recursive: true });
  }
});
