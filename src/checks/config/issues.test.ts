import { describe, expect, test } from 'vitest';
import type { ConfigIssue } from '../../config/tree.ts';
import { MissingPart } from '../../posture/missing.ts';
import type { Posture } from '../../posture/posture.ts';
import { argOf, issuesOf, schemaIssuesOf } from './issues.ts';

type Snapshot = Pick<Posture['snapshot'], 'config' | 'target' | 'version'>;

const issue = (code: ConfigIssue['code'], key: string): ConfigIssue => ({
  code,
  file: 1,
  route: [key],
  problem: 'unknown',
  args: { key },
});

function snapshot(issues: readonly ConfigIssue[], version: Snapshot['version']): Snapshot {
  return {
    target: {
      home: '/h',
      stateDir: '/h/.openclaw',
      stateDirFrom: 'default',
      configPath: '/h/.openclaw/openclaw.json',
      configFrom: 'default',
      credentialsDir: '/h/.openclaw/credentials',
      cwd: '/h',
    },
    version,
    config: {
      status: 'ok',
      value: {
        generation: '2026.2',
        files: [],
        tree: {},
        origins: {},
        issues,
        envReferences: [],
        missing: false,
        unreadable: false,
      },
    },
  };
}

const KNOWN: Snapshot['version'] = { judged: '2026.2.24', rules: '2026.2.24', source: 'default' };
const NEWER: Snapshot['version'] = {
  judged: '2027.1.1',
  rules: '2026.9.6',
  source: 'config',
  configRecord: '2027.1.1',
};
const all = () => true;

test('twenty are told one by one, the rest is counted', () => {
  const many = Array.from({ length: 33 }, (_, i) => issue('type', `k${i}`));
  const { shown, more, rest } = issuesOf(snapshot([...many, issue('value', 'x')], KNOWN), 'type');
  expect(shown).toEqual(many.slice(0, 20));
  expect(more).toBe(13);
  expect(rest).toEqual({ kind: 'source', file: 1, route: [] });
});

describe('a config that a newer release wrote', () => {
  const wrong = [issue('unknown_key', 'new'), issue('syntax', 'x')];

  test('is not judged by the schema of an older one', () => {
    const read = () => schemaIssuesOf(snapshot(wrong, NEWER), 'unknown_key', all);
    expect(read).toThrow(MissingPart);
  });

  test('is judged when the user names a known release', () => {
    const told: Snapshot['version'] = { ...KNOWN, source: 'flag', configRecord: '2027.1.1' };
    expect(schemaIssuesOf(snapshot(wrong, told), 'unknown_key', all).shown).toHaveLength(1);
  });

  test('gives no reason for doubt when nothing is wrong with it', () => {
    expect(schemaIssuesOf(snapshot(wrong, NEWER), 'type', all).shown).toEqual([]);
    expect(schemaIssuesOf(snapshot(wrong, NEWER), 'unknown_key', () => false).shown).toEqual([]);
  });

  test('must still be JSON5', () => {
    expect(issuesOf(snapshot(wrong, NEWER), 'syntax').shown).toHaveLength(1);
  });
});

test('a config that could not be looked at is no config without issues', () => {
  const unseen: Snapshot = {
    ...snapshot([], KNOWN),
    config: { status: 'failed', reason: 'deadline' },
  };
  expect(() => issuesOf(unseen, 'type')).toThrow(MissingPart);
});

test('arguments are own ones', () => {
  expect(argOf(issue('type', 'a'), 'key')).toBe('a');
  expect(argOf(issue('type', 'a'), 'constructor')).toBe('');
});
