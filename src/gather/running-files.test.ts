import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SelfReport } from '../live/self-report.ts';
import { withFiles } from './running-files.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'running-'));
  for (const dir of ['a', 'b']) {
    mkdirSync(join(root, dir));
    writeFileSync(join(root, dir, 'openclaw.json'), '{}');
  }
  symlinkSync(join(root, 'a'), join(root, 'link'));
});
afterEach(() => rmSync(root, { recursive: true }));

const PROBE = { url: 'ws://127.0.0.1:1', outcome: 'healthy', error: null, close: null } as const;
const compared = (told: SelfReport, other: Partial<Parameters<typeof withFiles>[1]> = {}) =>
  withFiles(
    { ...PROBE, ...told },
    {
      target: { configPath: join(root, 'a/openclaw.json'), stateDir: join(root, 'a') },
      tree: {},
      remote: false,
      isClean: () => true,
      ...other,
    },
  );
const config = (name: string) => ({ configPath: join(root, name, 'openclaw.json') });

test('the same file by whatever path, another one, and one of another root', () => {
  expect(compared(config('a'))).toMatchObject({ configIs: 'audited' });
  expect(compared(config('link'))).toMatchObject({ configIs: 'audited' });
  expect(compared(config('b'))).toMatchObject({ configIs: 'another' });
  expect(compared(config('none'))).not.toHaveProperty('configIs');
  expect(compared({ stateDir: join(root, 'link') })).toMatchObject({ stateDirIs: 'audited' });
  expect(compared({})).toEqual(PROBE);
});

test('what runs is another one also when the audited one is not there', () => {
  const target = { configPath: join(root, 'none.json'), stateDir: join(root, 'none') };
  expect(compared({ ...config('b'), stateDir: join(root, 'b') }, { target })).toMatchObject({
    configIs: 'another',
    stateDirIs: 'another',
  });
});

test('a state directory is not worked out where settings keep sessions elsewhere', () => {
  const told = { stateDir: join(root, 'b'), stateDirFrom: 'sessions' } as const;
  expect(compared(told)).toMatchObject({ stateDirIs: 'another' });
  const tree = { agents: { entries: { main: { agentDir: '/srv/agents/main/agent' } } } };
  expect(compared(told, { tree })).toEqual(PROBE);
});

test('files of another host are not looked up, and texts that hold a secret not kept', () => {
  expect(compared(config('b'), { remote: true })).not.toHaveProperty('configIs');
  expect(compared(config('b'), { isClean: () => false })).toEqual(PROBE);
});
