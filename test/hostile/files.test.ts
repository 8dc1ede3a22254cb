import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { audit, makeHome } from '../support/program.ts';

let place: ReturnType<typeof makeHome>;
beforeEach(() => {
  place = makeHome();
});
afterEach(() => {
  spawnSync('chmod', ['-R', 'u+rwx', place.home]);
  place.remove();
});

const config = () => path.join(place.state, 'openclaw.json');
const write = (name: string, text: string | Buffer) => {
  const target = path.join(place.state, name);
  fs.mkdirSync(path.dirname(target), { recursive: true, mode: 0o700 });
  fs.writeFileSync(target, text, { mode: 0o600 });
};
const makeFifo = (target: string) => spawnSync('mkfifo', [target]);

interface Parsed {
  readonly findings: readonly { readonly checkId: string }[];
  readonly unmeasured: readonly {
    readonly part: string;
    readonly reason: string;
    readonly subject?: string;
    readonly detail?: string;
  }[];
}

/** In both formats: ends soon, with a report, without a stack trace or a raw control character. */
function auditBoth(): Parsed {
  const text = audit(place.home);
  expect(text.status).toBe(0);
  expect(text.milliseconds).toBeLessThan(10_000);
  expect(text.stderr).not.toMatch(/\bat .*:\d+:\d+/);
  expect(text.stdout).not.toMatch(/[^\P{Cc}\n]|\p{Bidi_Control}/u);
  const json = audit(place.home, '--json');
  expect(json.status).toBe(0);
  expect(json.milliseconds).toBeLessThan(10_000);
  return JSON.parse(json.stdout);
}

const ids = (report: Parsed) => report.findings.map((f) => f.checkId);
const hasUnmeasuredConfig = (report: Parsed) =>
  report.unmeasured.some((entry) => entry.part === 'config');

describe('what stands where the config belongs', () => {
  test('a FIFO', () => {
    makeFifo(config());
    expect(hasUnmeasuredConfig(auditBoth())).toBe(true);
  });

  test('a directory', () => {
    fs.mkdirSync(config());
    expect(hasUnmeasuredConfig(auditBoth())).toBe(true);
  });

  test('a socket', async () => {
    const server = net.createServer().listen(config());
    await new Promise((resolve) => server.once('listening', resolve));
    expect(hasUnmeasuredConfig(auditBoth())).toBe(true);
    server.close();
  });

  test('a link to a device', () => {
    fs.symlinkSync('/dev/zero', config());
    expect(hasUnmeasuredConfig(auditBoth())).toBe(true);
  });

  test('a link to itself', () => {
    fs.symlinkSync(config(), config());
    // It leads nowhere, so the gateway runs with the defaults.
    const found = ids(auditBoth());
    expect(found).toContain('gateway.loopback_no_auth');
    expect(found).toContain('fs.config.symlink');
  });

  test('8 GB of nothing', () => {
    fs.closeSync(fs.openSync(config(), 'w', 0o600));
    fs.truncateSync(config(), 8 * 2 ** 30);
    expect(hasUnmeasuredConfig(auditBoth())).toBe(true);
  });
});

describe('what is in the config', () => {
  test.each([
    ['arrays 100,000 deep', '['.repeat(100_000)],
    ['objects 100,000 deep', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    ['nested comments and quotes', `{a: ${'/*"*/'.repeat(20_000)} 1}`],
    ['an unterminated string', '{ "gateway": "'],
    ['nothing', ''],
    ['a list', '[1, 2]'],
  ])('%s', (_, text) => {
    write('openclaw.json', text);
    expect(ids(auditBoth()).join()).toMatch(/config\.invalid\./);
  });

  test('invalid UTF-8', () => {
    write('openclaw.json', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]));
    expect(ids(auditBoth())).toContain('config.invalid.encoding');
  });

  test('a BOM and CRLF line ends keep the right lines', () => {
    write('openclaw.json', '\ufeff{\r\n  // x\r\n  gateway: { bind: "lan" },\r\n}\r\n');
    const report = JSON.parse(audit(place.home, '--json').stdout);
    const finding = report.findings.find(
      (f: { checkId: string }) => f.checkId === 'gateway.bind_no_auth',
    );
    expect(finding.locations[0].line).toBe(3);
  });

  test('`__proto__` and other names of the language', () => {
    write(
      'openclaw.json',
      '{"__proto__": {"gateway": {"bind": "lan"}}, "constructor": {"prototype": 1}, "toString": 1, "channels": {"__proto__": {"dmPolicy": "open"}, "hasOwnProperty": {"enabled": true}}}',
    );
    expect(ids(auditBoth())).not.toContain('gateway.bind_no_auth');
  });

  test('includes in a circle, to themselves and out of the directory', () => {
    write(
      'openclaw.json',
      '{ a: { $include: "./a.json5" }, b: { $include: "/etc/passwd" }, c: { $include: "../../x" }, $include: "./openclaw.json" }',
    );
    write('a.json5', '{ $include: ["./b.json5", "./missing.json5"] }');
    write('b.json5', '{ $include: "./a.json5" }');
    const report = auditBoth();
    expect(
      ids(report).filter((id) => id === 'config.invalid.include').length,
    ).toBeGreaterThanOrEqual(4);
    expect(JSON.stringify(report)).not.toContain('root:');
  });

  test('an include that is a FIFO', () => {
    write('openclaw.json', '{ $include: "./pipe" }');
    makeFifo(path.join(place.state, 'pipe'));
    expect(ids(auditBoth())).toContain('config.invalid.include');
  });

  test('escape sequences and bidirectional controls in every string', () => {
    const evil = '\\u001b[2J\\u202e\\u0007\\u009b31m\\u2066x';
    write(
      'openclaw.json',
      `{"gateway": {"bind": "${evil}", "auth": {"mode": "${evil}"}, "trustedProxies": ["${evil}"], "${evil}": 1},
        "agents": {"list": [{"id": "${evil}", "model": "gpt-3.5-${evil}", "workspace": "/${evil}"}]},
        "channels": {"${evil}": {"dmPolicy": "open"}, "telegram": {"enabled": true, "botToken": "t", "groupPolicy": "open", "groups": {"${evil}": {"allowFrom": ["${evil}"]}}}},
        "tools": {"elevated": {"allowFrom": {"${evil}": ["*"]}}, "exec": {"safeBins": ["sh${evil}", "sh"]}},
        "plugins": {"installs": {"${evil}": {"source": "npm", "spec": "${evil}"}}}}`,
    );
    fs.mkdirSync(path.join(place.state, 'extensions', 'evil\u001b[2K\n\u202eINFO all good'), {
      recursive: true,
    });
    auditBoth();
  });
});

describe('what stands elsewhere in the state directory', () => {
  test('FIFOs and directories in place of every file', () => {
    write(
      'openclaw.json',
      '{ channels: { telegram: { enabled: true, tokenFile: "~/.openclaw/token" } }, plugins: { installs: { p: { source: "npm", spec: "p" } } } }',
    );
    for (const dir of [
      'credentials',
      'agents/main/agent',
      'agents/main/sessions',
      'extensions/p',
      'identity',
    ])
      fs.mkdirSync(path.join(place.state, dir), { recursive: true });
    for (const name of [
      'token',
      '.env',
      'exec-approvals.json',
      'openclaw.json.bak',
      'credentials/telegram-allowFrom.json',
      'agents/main/agent/auth-profiles.json',
      'agents/main/sessions/sessions.json',
      'agents/main/sessions/a.jsonl',
      'extensions/p/package.json',
      'extensions/p/openclaw.plugin.json',
    ])
      makeFifo(path.join(place.state, name));
    const { unmeasured } = auditBoth();
    const notes = unmeasured.map(
      (e) => `${e.part} ${e.reason} ${e.subject ?? ''}${e.detail ?? ''}`,
    );
    for (const [part, name] of [
      ['secretFiles', 'token'],
      ['env', '.env'],
      ['approvals', 'exec-approvals.json'],
      ['pairing', 'telegram-allowFrom.json'],
      ['plugins', 'p/package.json'],
      ['plugins', 'p/openclaw.plugin.json'],
    ])
      expect(
        notes.filter((note) => note.startsWith(`${part} not_a_file`) && note.includes(`${name}`)),
      ).toHaveLength(1);
  });

  test('loops of links', () => {
    write('openclaw.json', '{}');
    for (const name of [
      'credentials',
      'agents',
      'extensions',
      'workspace',
      '.env',
      'exec-approvals.json',
    ])
      fs.symlinkSync(path.join(place.state, name), path.join(place.state, name));
    expect(ids(auditBoth())).toContain('gateway.loopback_no_auth');
  });

  test('a pairing store that is not what it should be', () => {
    write('openclaw.json', '{ channels: { telegram: { enabled: true, botToken: "t" } } }');
    write('credentials/telegram-allowFrom.json', '{"allowFrom": {"__proto__": [1]}, "version": []');
    write('credentials/slack-allowFrom.json', '{"allowFrom": {"__proto__": [1]}, "version": []}');
    write('credentials/discord-allowFrom.json', '{"allowFrom": [null, {}, 12, "\\u001b[2J", []]}');
    write(
      'exec-approvals.json',
      '{"agents": {"main": {"allowlist": [{"pattern": 1}, null]}}, "defaults": []}',
    );
    const malformed = auditBoth().unmeasured.filter(({ reason }) => reason === 'malformed');
    expect(malformed.map(({ subject }) => path.basename(subject ?? '')).sort()).toEqual([
      'slack-allowFrom.json',
      'telegram-allowFrom.json',
    ]);
  });
});
