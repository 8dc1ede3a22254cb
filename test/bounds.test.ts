import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeHome, runProgram } from './support/program.ts';

let place: ReturnType<typeof makeHome>;
beforeEach(() => {
  place = makeHome();
  fs.writeFileSync(path.join(place.state, 'openclaw.json'), '{}', { mode: 0o600 });
});
afterEach(() => place.remove());

function fakeDocker(script: string): Readonly<Record<string, string>> {
  const bin = path.join(place.home, 'bin');
  fs.mkdirSync(bin, { recursive: true });
  fs.writeFileSync(path.join(bin, 'docker'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return { PATH: `${bin}:${process.env.PATH}` };
}

const audit = (env: Readonly<Record<string, string>>, ...args: string[]) =>
  runProgram(place.home, ['security', 'audit', '--json', ...args], { env });

test('a docker that hangs costs its time limit and is reported as not measured', () => {
  const env = fakeDocker('sleep 60 & sleep 60');
  const run = audit(env);
  expect(run.status).toBe(0);
  expect(run.milliseconds).toBeLessThan(6_000);
  const report = JSON.parse(run.stdout);
  expect(report.unmeasured).toContainEqual(
    expect.objectContaining({ part: 'containers', reason: 'timeout' }),
  );
  expect(audit(env, '--require-complete').status).toBe(3);
});

test('a docker that floods is cut off', () => {
  const run = audit(fakeDocker('yes name-of-a-container'));
  expect(run.status).toBe(0);
  expect(JSON.parse(run.stdout).unmeasured).toContainEqual(
    expect.objectContaining({ part: 'containers' }),
  );
});

test('a used-up deadline still gives a report', () => {
  const env = fakeDocker('sleep 60');
  const run = audit(env, '--deadline', '0.2');
  expect(run.status).toBe(0);
  expect(run.milliseconds).toBeLessThan(2_500);
  const report = JSON.parse(run.stdout);
  expect(report.summary.critical).toBeGreaterThan(0);
  expect(report.unmeasured).toContainEqual(expect.objectContaining({ part: 'containers' }));
  expect(audit(env, '--deadline', '0.2', '--require-complete').status).toBe(3);
});

test('a complete audit is complete', () => {
  expect(audit({}, '--require-complete').status).toBe(0);
});
