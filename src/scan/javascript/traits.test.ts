import { expect, test } from 'vitest';
import { wordsIn } from './prefilter.ts';
import { scriptTraits } from './traits.ts';

const traitsOf = (text: string) => scriptTraits(text, wordsIn(text));

test.each([
  'process.env',
  'process?.env',
  'process.env[name]',
  'process.env.GITHUB_TOKEN',
  'process.env?.MY_SECRET',
  "process.env['api_key']",
  'process.env.GH_PAT',
  'const p = process; f(p.env)',
  'const { env } = process;',
  "import { env } from 'node:process';",
])('%s reads something private', (text) => {
  expect(traitsOf(text).traits).toContain('s');
});

test.each(['process.env.PORT', "process.env['HOME']", '{ env, cwd }', 'process.exit(1)'])(
  '%s does not',
  (text) => {
    expect(traitsOf(text).traits).not.toContain('s');
  },
);

test('types are imported without any data', () => {
  const text = [
    "import type { A } from './types.js';",
    "import type * as B from './more.js';",
    "export type { C } from './others.js';",
    "import { type D, run } from './run.js';",
    "import type from './type.js';",
    "const data = require('./data.js');",
  ].join('\n');
  expect(traitsOf(text).imports).toEqual(['./run.js', './type.js', './data.js']);
});
