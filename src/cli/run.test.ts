import { expect, test } from 'vitest';
import { run } from './run.ts';
import { testIo } from './test-io.ts';

async function type(line: string, env = {}) {
  const io = testIo(env);
  const exit = await run(line.split(' ').filter(Boolean), io);
  return { exit, ...io.seen };
}

test.each(['', 'security', 'help', 'security --help', 'help --help', '--dev help'])(
  '`%s` prints the overview',
  async (line) => {
    const { exit, out, err } = await type(line);
    expect(out).toMatch(/^ {2}audit {2,}/m);
    expect(out).not.toContain('--require-complete');
    expect([exit, err]).toEqual([0, '']);
  },
);

test.each(['help audit', 'help security audit', 'audit -h', 'security audit --help'])(
  '`%s` prints the help of the command',
  async (line) => {
    const { exit, out, err } = await type(line);
    expect(out).toContain('--require-complete');
    expect([exit, err]).toEqual([0, '']);
  },
);

test('the help speaks the language of the locale, or the one asked for', async () => {
  expect((await type('', { LANG: 'ko_KR.UTF-8' })).out).toContain('사용법');
  expect((await type('--lang en', { LANG: 'ko_KR.UTF-8' })).out).toContain('Usage');
  expect((await type('help --lang=ko')).out).toContain('사용법');
});

test.each([
  ['audit --jsno', 'unknown option --jsno', 'Did you mean --json?'],
  ['audit -x', 'unknown option -x', ''],
  ['audit --__proto__', 'unknown option --__proto__', ''],
  ['adit', 'unknown command adit', 'Did you mean audit?'],
  ['help adit', 'unknown command adit', 'Did you mean audit?'],
  ['constructor', 'unknown command constructor', ''],
  ['security audit now', 'unexpected argument now', ''],
  ['help audit now', 'unexpected argument now', ''],
  ['audit -- --json', 'unexpected argument --json', ''],
  ['audit --dry-run', '--dry-run has a meaning only with --fix', ''],
  ['audit --timeout 61', '--timeout must be a number of seconds from 0.1 to 60', ''],
  ['audit --fix --dry-run --yes', '--dry-run cannot be combined with --yes', ''],
  ['audit --fix --save-snapshot x', '--fix cannot be combined with --save-snapshot', ''],
  ['audit --fix --from-snapshot x', '--fix cannot be combined with --from-snapshot', ''],
  ['undo a b', 'unexpected argument b', ''],
  ['undo --fix', '--fix is not an option of undo', ''],
  ['audit --profile', '--profile NAME needs a value', ''],
  ['audit --only --compat', '--only IDS needs a value', ''],
  ['audit --only=a,,b', '--only IDS needs a value', ''],
  ['audit --state-dir=', '--state-dir DIR needs a value', ''],
  ['audit --compat=yes', '--compat takes no value', ''],
  [
    'audit --fail-on crit',
    'must be one of critical, warn, info, not crit',
    'Did you mean critical?',
  ],
  ['audit --lang fr', '--lang must be one of en, ko, not fr', ''],
  ['audit --deadline 0', '--deadline must be a number of seconds', ''],
  ['audit --deadline 1e3', '--deadline must be a number of seconds', ''],
  ['audit --openclaw-version new', '--openclaw-version must look like', ''],
  ['--profile ../x audit', 'a profile name has', ''],
  ['--dev audit --profile work', '--dev cannot be combined with --profile', ''],
  ['audit --from-snapshot x --config y', '--config cannot be combined with --from-snapshot', ''],
  ['audit --from-snapshot x --deep', '--deep cannot be combined with --from-snapshot', ''],
  ['audit --auth token', '--auth token needs --token as well', ''],
  ['audit --auth password --token x', '--auth password needs --password as well', ''],
  ['audit --auth tokens --token x', '--auth must be one of none, token', 'Did you mean token?'],
  ['audit --from-snapshot x --auth none', '--auth cannot be combined with --from-snapshot', ''],
  ['audit --only no-such-family', 'no check is called no-such-family', ''],
])('`%s` is wrong usage', async (line, message, hint) => {
  const { exit, out, err } = await type(line);
  expect(err).toContain(message);
  expect(err).toContain(hint);
  expect(err).toMatch(/^openclaw-security: /);
  expect([exit, out]).toEqual([2, '']);
});

test.each([
  ['audit --json=yes', 'surplus_value'],
  ['audit --json --yes', 'needs_option'],
  ['security --json', 'missing_command'],
  ['audit --only --json', 'missing_value'],
])('`%s` still prints one JSON document', async (line, code) => {
  const { exit, out, err } = await type(line);
  expect(JSON.parse(out)).toMatchObject({ ok: false, error: { code } });
  expect(err).not.toBe('');
  expect(exit).toBe(2);
});

test('what was typed is made visible in the message', async () => {
  const { err } = await type('audit --\x1b[2J\u202e');
  expect(err).toContain('--\\x1b[2J\\u{202e}');
});

test('a snapshot that is not there is reported, not thrown', async () => {
  const { exit, err } = await type('audit --from-snapshot /nonexistent/file');
  expect(err).toContain('cannot read the snapshot /nonexistent/file: ENOENT');
  expect(exit).toBe(3);
});
