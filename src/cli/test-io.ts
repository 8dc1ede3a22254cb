import type { Io } from './io.ts';

export interface TestIo extends Io {
  /** What has been written. */
  readonly seen: { out: string; err: string };
}

/** A process to run commands in, in tests: English, no terminal. */
export function testIo(env: Io['env'] = {}): TestIo {
  const seen = { out: '', err: '' };
  return {
    seen,
    env,
    cwd: '/',
    written: () => seen.out !== '',
    out(text) {
      seen.out += text;
    },
    err(text) {
      seen.err += text;
    },
    columns: () => undefined,
    watched: async () => false,
  };
}
