import { expect, test } from 'vitest';
import { lay } from '../../test/support/gathered.ts';
import { readAccepted } from './accept-file.ts';

const PRINT = '0123456789abcd';
const NOW = Date.parse('2026-06-01');

function accepted(...given: readonly string[]) {
  return (content?: string) => {
    const files = content === undefined ? [] : [{ path: 'accepted.json5', content }];
    const { home } = lay({ files });
    return [...readAccepted(given, { cwd: home, now: NOW })];
  };
}
const fromFile = accepted('accepted.json5');
const entry = (more: string) => `{ suppressions: [{ fingerprint: "${PRINT}", ${more} }] }`;

test('fingerprints are taken as they are', () => {
  expect(accepted(PRINT, 'ffffffffffffff')()).toEqual([PRINT, 'ffffffffffffff']);
});

test('a file holds entries like those for the audit', () => {
  expect(fromFile(entry('reason: "r", owner: "o", expires: "2026-06-01"'))).toEqual([PRINT]);
  expect(fromFile('{ suppressions: [{ checkId: "a.b", file: "~/x", reason: "r" }] }')).toEqual([]);
});

test('one whose day is over accepts nothing', () => {
  expect(fromFile(entry('reason: "r", expires: "2026-05-31"'))).toEqual([]);
});

test.each([
  ['{', '1:2'],
  ['[]', 'suppressions'],
  [entry('owner: "o"'), 'suppressions[0]'],
  [entry('reason: "r", expires: "soon"'), 'suppressions[0]'],
  [entry('reason: "r", note: "x"'), 'suppressions[0]'],
  ['{ suppressions: ["x"] }', 'suppressions[0]'],
])('%s is refused', (content, at) => {
  let thrown: unknown;
  try {
    fromFile(content);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toMatchObject({ args: { at, path: expect.stringMatching(/accepted\.json5$/) } });
});

test('what is neither is an error of use', () => {
  expect(() => accepted('nothing-there')()).toThrow();
});
