import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Target } from '../locate/target.ts';
import type { Collecting } from './collect.ts';
import type { TranscriptDir } from './file-facts.ts';
import type { Unmeasured } from './part.ts';
import { gatherTranscripts } from './transcripts.ts';

let stateDir = '';
beforeEach(() => {
  stateDir = mkdtempSync(join(tmpdir(), 'ocsec-transcripts-'));
});
afterEach(() => rmSync(stateDir, { recursive: true, force: true }));

const sessions = (agent: string) => {
  const dir = join(stateDir, 'agents', agent, 'sessions');
  mkdirSync(dir, { recursive: true });
  return dir;
};
const transcript = (dir: string, name: string | Buffer, mode: number) => {
  const path = Buffer.concat([Buffer.from(`${dir}/`), Buffer.from(name)]);
  writeFileSync(path, '{}\n');
  chmodSync(path, mode);
};

interface Outcome {
  readonly dirs: readonly TranscriptDir[] | string;
  readonly skipped: readonly Unmeasured[];
}
async function count(options: Partial<Collecting> = {}): Promise<Outcome> {
  const skipped: Unmeasured[] = [];
  const target: Target = {
    home: stateDir,
    stateDir,
    stateDirFrom: 'flag',
    configPath: join(stateDir, 'openclaw.json'),
    configFrom: 'state-dir',
    credentialsDir: join(stateDir, 'credentials'),
    cwd: stateDir,
  };
  const part = await gatherTranscripts({
    target,
    platform: 'linux',
    generation: '2026.2',
    uid: 0,
    deadline: { left: () => 1000, expired: () => false },
    skip: (entry) => skipped.push(entry),
    ...options,
  });
  return { dirs: part.status === 'ok' ? part.value : part.status, skipped };
}

test('counts modes of every agent, files of other kinds left out', async () => {
  const main = sessions('main');
  transcript(main, 'a.jsonl', 0o600);
  transcript(main, 'b.jsonl', 0o644);
  transcript(main, 'c.jsonl', 0o622);
  transcript(main, 'sessions.json', 0o666);
  mkdirSync(join(main, 'd.jsonl'), { mode: 0o777 });
  transcript(sessions('Other Agent'), 'x.jsonl', 0o640);
  sessions('empty');
  writeFileSync(join(stateDir, 'agents', 'file'), '');
  expect(await count()).toEqual({
    skipped: [],
    dirs: [
      {
        path: join(stateDir, 'agents', 'Other Agent', 'sessions'),
        agent: 'other-agent',
        total: 1,
        groupRead: 1,
        groupWrite: 0,
        worldRead: 0,
        worldWrite: 0,
        symlinks: 0,
        foreignOwner: 0,
        examples: [join(stateDir, 'agents', 'Other Agent', 'sessions', 'x.jsonl')],
      },
      {
        path: main,
        agent: 'main',
        total: 3,
        groupRead: 1,
        groupWrite: 1,
        worldRead: 1,
        worldWrite: 1,
        symlinks: 0,
        foreignOwner: 0,
        examples: [join(main, 'b.jsonl'), join(main, 'c.jsonl')].sort(),
      },
    ].map((dir) => ({ ...dir, examples: expect.arrayContaining(dir.examples) })),
  });
});

test('a link counts with the mode of what it leads to, never with its own', async () => {
  const dir = sessions('main');
  writeFileSync(join(stateDir, 'secret'), '', { mode: 0o600 });
  writeFileSync(join(stateDir, 'open'), '');
  chmodSync(join(stateDir, 'open'), 0o644);
  symlinkSync(join(stateDir, 'secret'), join(dir, 'a.jsonl'));
  symlinkSync(join(stateDir, 'open'), join(dir, 'b.jsonl'));
  symlinkSync(join(stateDir, 'nowhere'), join(dir, 'c.jsonl'));
  symlinkSync('d.jsonl', join(dir, 'd.jsonl'));
  const { dirs } = await count();
  expect(dirs).toMatchObject([{ total: 4, symlinks: 4, worldRead: 1, groupRead: 1 }]);
});

test.skipIf(process.getuid?.() !== 0)(
  'counts files of another owner than the state dir',
  async () => {
    const dir = sessions('main');
    transcript(dir, 'a.jsonl', 0o600);
    transcript(dir, 'b.jsonl', 0o600);
    chownSync(join(dir, 'b.jsonl'), 12345, 12345);
    expect((await count()).dirs).toMatchObject([{ total: 2, foreignOwner: 1 }]);
  },
);

test('reads names of any bytes', async () => {
  const dir = sessions('main');
  transcript(dir, 'é한\u0007.jsonl', 0o644);
  transcript(dir, Buffer.from([0xff, 0xfe, ...Buffer.from('.jsonl')]), 0o644);
  const { dirs, skipped } = await count();
  expect(dirs).toMatchObject([{ total: 2, worldRead: 2 }]);
  expect(dirs).toMatchObject([
    { examples: expect.arrayContaining([join(dir, 'é한\u0007.jsonl')]) },
  ]);
  expect(skipped).toEqual([]);
});

test('at most five examples', async () => {
  const dir = sessions('main');
  for (let i = 0; i < 9; i += 1) transcript(dir, `${i}.jsonl`, 0o644);
  expect((await count()).dirs).toMatchObject([{ total: 9, examples: { length: 5 } }]);
});

test('stops when time is up and says so', async () => {
  const dir = sessions('main');
  for (let i = 0; i < 1100; i += 1) writeFileSync(join(dir, `${i}.jsonl`), '');
  let asked = 0;
  const deadline = { left: () => 0, expired: () => ++asked > 1 };
  const { dirs, skipped } = await count({ deadline });
  expect(dirs).toMatchObject([{ total: 511 }]);
  expect(skipped).toEqual([{ part: 'transcripts', reason: 'deadline', subject: dir }]);
});

test('without agents there is nothing, on Windows nothing can be said', async () => {
  expect(await count()).toEqual({ dirs: [], skipped: [] });
  expect((await count({ platform: 'win32' })).dirs).toBe('failed');
});
