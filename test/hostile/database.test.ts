import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { audit, makeHome } from '../support/program.ts';
import { layDatabase, stateDatabase } from '../support/state-database.ts';

let place: ReturnType<typeof makeHome>;
beforeEach(() => {
  place = makeHome();
  fs.writeFileSync(path.join(place.state, 'openclaw.json'), '{}', { mode: 0o600 });
});
afterEach(() => place.remove());

interface Parsed {
  readonly findings: readonly unknown[];
  readonly unmeasured: readonly { readonly part: string; readonly reason: string }[];
}

/** Ends soon with a report, and without a stack trace. */
function auditDatabase(): Parsed {
  const run = audit(place.home, '--json', '--openclaw-version', '2026.9.6');
  expect([run.status, run.stderr]).toEqual([0, '']);
  expect(run.milliseconds).toBeLessThan(10_000);
  return JSON.parse(run.stdout);
}

const reasons = ({ unmeasured }: Parsed) =>
  new Set(unmeasured.filter(({ part }) => part === 'approvals').map(({ reason }) => reason));

test.each([
  ['zero bytes', (file: string) => fs.writeFileSync(file, ''), 'malformed'],
  ['noise', (file: string) => fs.writeFileSync(file, Buffer.alloc(9000, 0xa7)), 'malformed'],
  ['cut short', (file: string) => fs.truncateSync(file, 9000), 'malformed'],
  [
    'a newer schema',
    (file: string) => fs.writeFileSync(file, stateDatabase({ schema: 99 })),
    'unsupported',
  ],
  [
    'locked, half written',
    (file: string) => fs.writeFileSync(`${file}-journal`, Buffer.from('d9d505f920a163d7', 'hex')),
    'unreadable',
  ],
  [
    'a directory',
    (file: string) => {
      fs.rmSync(file);
      fs.mkdirSync(file);
    },
    'not_a_file',
  ],
  [
    'a pipe that nobody writes to',
    (file: string) => {
      fs.rmSync(file);
      spawnSync('mkfifo', [file]);
    },
    'not_a_file',
  ],
  [
    'a log without end',
    (file: string) => {
      fs.writeFileSync(`${file}-wal`, '');
      fs.truncateSync(`${file}-wal`, 2 ** 33);
    },
    'too_large',
  ],
  ['a pipe for a log', (file: string) => spawnSync('mkfifo', [`${file}-wal`]), 'not_a_file'],
])('a database that is %s leaves the rest of the audit whole', (_, spoil, reason) => {
  const sound = auditDatabase();
  spoil(layDatabase(place.state));
  const report = auditDatabase();
  expect([...reasons(report)]).toEqual([reason]);
  expect(report.findings.length).toBeGreaterThanOrEqual(sound.findings.length);
});

test('text of a database that means to draw on the terminal is shown as text', () => {
  const pattern = '\u001b[2J**\u202e';
  const bytes = stateDatabase({
    approvals: { version: 1, agents: { '\u001b[31mx': { allowlist: ['**', pattern] } } },
  });
  layDatabase(place.state, bytes);
  const { stdout } = audit(place.home, '--openclaw-version', '2026.9.6');
  expect(stdout).toContain('policy.exec_approvals_wildcard');
  expect(stdout).not.toMatch(/[^\P{Cc}\n]|\p{Bidi_Control}/u);
});
