import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readArgv } from './argv.ts';
import { readAuditSettings } from './settings.ts';

const settings = (line: string) => readAuditSettings(readArgv(line.split(' ')));

test.each(['--profile work security audit --json', 'security audit --json --profile=work'])(
  'options stand before and after the command alike: %s',
  (line) => {
    expect(readArgv(line.split(' ')).words).toEqual(['security', 'audit']);
    expect(settings(line)).toMatchObject({ profile: 'work', json: true });
  },
);

test('lists may be repeated and separated by commas; of other values the last one counts', () => {
  const line = 'audit --only a,b --only c --deadline 1 --deadline 2.5 --log-level debug';
  expect(settings(line)).toMatchObject({ only: ['a', 'b', 'c'], deadline: 2.5 });
});

test('what is not typed has its default', () => {
  expect(settings('audit')).toEqual({
    only: [],
    skip: [],
    deep: false,
    compat: false,
    requireComplete: false,
    json: false,
    quiet: false,
    color: true,
    deadline: 30,
    dryRun: false,
    fix: 'no',
  });
});

test('words and flags are read alike with and without an option that takes a value', () => {
  const flags = ['--json', '--deep', '--no-color', '--fix', '--dry-run', '--quiet'];
  const words = ['security', 'audit', 'scan', './a b', '', 'json'];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...flags, ...words)), (argv) => {
      const { words: plain, flags: set } = readArgv(argv);
      const all = readArgv([...argv, '--lang', 'en']);
      expect([plain, set]).toEqual([all.words, all.flags]);
    }),
    { numRuns: 300, seed: 9 },
  );
});

test('--dev is a profile', () => {
  expect(settings('--dev audit').profile).toBe('dev');
});
