import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { difference, writeWal } from '../src/gather/sqlite/wal.harness.ts';
import { makeHome, runProgram } from './support/program.ts';
import { layDatabase, stateDatabase } from './support/state-database.ts';

let place: ReturnType<typeof makeHome>;
beforeEach(() => {
  place = makeHome();
});
afterEach(() => place.remove());

interface Trace {
  readonly mode: number;
  readonly size: number;
  readonly mtime: bigint;
  readonly ctime: bigint;
  readonly content: string;
}

/** Everything below a directory with what a write would change. */
function record(root: string): ReadonlyMap<string, Trace> {
  const seen = new Map<string, Trace>();
  const visit = (target: string) => {
    const stat = fs.lstatSync(target, { bigint: true });
    seen.set(target, {
      mode: Number(stat.mode),
      size: Number(stat.size),
      mtime: stat.mtimeNs,
      ctime: stat.ctimeNs,
      content: stat.isFile() ? fs.readFileSync(target, 'latin1') : '',
    });
    if (stat.isDirectory())
      for (const name of fs.readdirSync(target)) visit(path.join(target, name));
  };
  visit(root);
  return seen;
}

test('an audit changes nothing below the home directory', () => {
  fs.cpSync('examples/exposed', place.state, { recursive: true });
  // Baits: things that OpenClaw's own audit creates, rewrites, renames or is redirected by.
  fs.mkdirSync(path.join(place.home, '.clawdbot'));
  fs.writeFileSync(path.join(place.home, '.clawdbot/clawdbot.json'), '{}');
  fs.writeFileSync(
    path.join(place.home, '.env'),
    'OPENCLAW_STATE_DIR=./elsewhere\nOPENCLAW_CONFIG_PATH=./other.json\n',
  );
  const before = record(place.home);
  for (const args of [[], ['--json'], ['--compat'], ['--lang', 'ko']])
    expect(runProgram(place.home, ['security', 'audit', ...args]).status).toBe(0);
  expect(record(place.home)).toEqual(before);
});

test('neither a .env in the current directory nor the env block of the config redirects it', () => {
  const elsewhere = path.join(place.home, 'elsewhere');
  fs.mkdirSync(elsewhere);
  const config = `{ env: { OPENCLAW_STATE_DIR: "${elsewhere}", OPENCLAW_CONFIG_PATH: "${elsewhere}/x.json" } }`;
  fs.writeFileSync(path.join(place.state, 'openclaw.json'), config, { mode: 0o666 });
  fs.chmodSync(path.join(place.state, 'openclaw.json'), 0o666);
  fs.writeFileSync(path.join(place.home, '.env'), `OPENCLAW_STATE_DIR=${elsewhere}\n`);
  const report = JSON.parse(runProgram(place.home, ['security', 'audit', '--json']).stdout);
  expect(report.target.stateDir).toBe(place.state);
  const ids = report.findings.map((f: { checkId: string }) => f.checkId);
  expect(ids).toContain('fs.config.perms_writable');
});

const canUnshare =
  spawnSync('unshare', ['--net', 'true']).status === 0 ||
  spawnSync('unshare', ['-rn', 'true']).status === 0;

test.runIf(canUnshare)('an audit needs no network interface', () => {
  fs.cpSync('examples/exposed', place.state, { recursive: true });
  const flags = spawnSync('unshare', ['--net', 'true']).status === 0 ? ['--net'] : ['-rn'];
  const options = { wrapper: ['unshare', ...flags] };
  const { status, stdout } = runProgram(place.home, ['security', 'audit', '--json'], options);
  expect(status).toBe(0);
  expect(JSON.parse(stdout).summary.critical).toBeGreaterThan(0);
});

test('no socket is opened and nothing is opened for writing', () => {
  fs.cpSync('examples/exposed', place.state, { recursive: true });
  const log = path.join(place.home, 'calls.log');
  const guard = path.join(place.home, 'guard.cjs');
  fs.writeFileSync(
    guard,
    `const fs = require('node:fs'); const real = { ...fs }; const calls = [];
     for (const name of Object.keys(fs)) if (/^(write|append|mkdir|rm|unlink|rename|chmod|chown|copy|symlink|link|truncate|utimes|cp)/.test(name) && typeof fs[name] === 'function')
       fs[name] = (...args) => { if (args[0] !== 1 && args[0] !== 2) calls.push(name); return real[name](...args); };
     const open = real.openSync;
     fs.openSync = (file, flags, mode) => { if (typeof flags === 'number' ? flags & 3 : !/^r$/.test(flags ?? 'r')) calls.push('open ' + file); return open(file, flags, mode); };
     const net = require('node:net'); net.Socket.prototype.connect = () => { calls.push('connect'); throw new Error('connect'); };
     require('node:module').syncBuiltinESMExports();
     process.on('exit', () => real.writeFileSync(${JSON.stringify(log)}, JSON.stringify(calls)));`,
  );
  const env = { NODE_OPTIONS: `--require ${guard}` };
  expect(runProgram(place.home, ['security', 'audit', '--json'], { env }).status).toBe(0);
  expect(JSON.parse(fs.readFileSync(log, 'utf8'))).toEqual([]);
});

test('a database in use is read, its log included, without changing it or creating anything', () => {
  fs.cpSync('examples/exposed', place.state, { recursive: true });
  const before = stateDatabase();
  const file = layDatabase(place.state, before);
  const now = stateDatabase({ approvals: { version: 1, agents: { main: { allowlist: ['**'] } } } });
  fs.writeFileSync(`${file}-wal`, writeWal(4096, difference(4096, before, now)), { mode: 0o600 });
  const traces = record(place.home);
  const args = ['security', 'audit', '--json', '--openclaw-version', '2026.9.6'];
  const { status, stdout } = runProgram(place.home, args);
  expect(status).toBe(0);
  expect(stdout).toContain('policy.exec_approvals_wildcard');
  expect(record(place.home)).toEqual(traces);
});
