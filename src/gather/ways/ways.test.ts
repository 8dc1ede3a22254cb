import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { measured } from '../../../test/support/gathered.ts';
import type { Collecting } from '../collect.ts';
import { createDeadline } from '../deadline.ts';
import type { Unmeasured } from '../part.ts';
import { gatherProxies } from './proxies.ts';
import { gatherPublished } from './published.ts';
import { gatherTailnet } from './tailnet.ts';
import { gatherTunnels } from './tunnels.ts';

let root = '';
let skipped: Unmeasured[] = [];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ocsec-ways-'));
  skipped = [];
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text: string): string {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

function collecting(ms = 10_000): Collecting {
  const home = join(root, 'home');
  return {
    target: {
      ...{ home, stateDir: home, stateDirFrom: 'default', configPath: join(home, 'c') },
      ...{ configFrom: 'default', credentialsDir: home, cwd: home },
    },
    platform: 'linux',
    uid: 0,
    generation: '2026.2',
    deadline: createDeadline(ms),
    skip: (entry) => skipped.push(entry),
  };
}

function fakeProgram(name: string, script: string): NodeJS.ProcessEnv {
  chmodSync(write(`bin/${name}`, `#!/bin/sh\n${script}\n`), 0o755);
  return { PATH: `${join(root, 'bin')}:/usr/bin:/bin` };
}

const SERVED = '{"Web":{"h:443":{"Handlers":{"/":{"Proxy":"http://127.0.0.1:18789"}}}}}';

test('tailscale is asked twice, and only for what it says of itself', async () => {
  const env = fakeProgram(
    'tailscale',
    `case "$*" in "status --json") echo '{"BackendState":"Running"}';; "serve status --json") echo '${SERVED}';; *) exit 9;; esac`,
  );
  expect(measured(await gatherTailnet(collecting(), env))).toEqual([
    { port: 443, target: 18789, funnel: false },
  ]);
});

test.each([
  ['no daemon', 'exit 1', { status: 'absent' }],
  ['a stopped one', `echo '{"BackendState":"Stopped"}'`, { status: 'absent' }],
  ['garbage', 'echo {{{', { status: 'failed', reason: 'malformed' }],
  ['a flood', 'yes', { status: 'failed', reason: 'too_large' }],
])('tailscale with %s', async (_, script, outcome) => {
  expect(await gatherTailnet(collecting(), fakeProgram('tailscale', script))).toMatchObject(
    outcome,
  );
});

test('a tailscale that hangs costs its own bound', async () => {
  const started = performance.now();
  const env = fakeProgram('tailscale', 'sleep 60');
  expect(await gatherTailnet(collecting(400), env)).toMatchObject({ reason: 'timeout' });
  expect(performance.now() - started).toBeLessThan(5000);
});

test('published ports of a docker that answers', async () => {
  const env = fakeProgram('docker', `printf 'claw\\t0.0.0.0:18789->18789/tcp\\n'`);
  expect(measured(await gatherPublished(collecting(), env))).toHaveLength(1);
  expect(await gatherPublished(collecting(), { PATH: join(root, 'none') })).toEqual({
    status: 'absent',
  });
});

test('tunnels by command line and by the files they name; arguments are not kept', async () => {
  const argv = (...words: string[]) => words.join('\0');
  write('proc/7/cmdline', argv('ngrok', 'http', '--authtoken', 'not-to-be-kept', '18789', ''));
  write('proc/8/cmdline', argv('cloudflared', 'tunnel', 'run', ''));
  write('proc/9/cmdline', argv('bash', ''));
  write('proc/10/cmdline', '');
  write('proc/self/cmdline', argv('ngrok', 'http', '18790', ''));
  const file = write(
    'home/.cloudflared/config.yml',
    'ingress:\n  - service: http://localhost:18789\n',
  );
  const tunnels = measured(
    await gatherTunnels(collecting(), [18789, 18790], {
      ...{ proc: join(root, 'proc'), ps: '/none' },
    }),
  );
  expect(tunnels).toMatchObject([
    { program: 'ngrok', port: 18789 },
    { program: 'cloudflared', port: 18789, file },
  ]);
  expect(JSON.stringify(tunnels)).not.toContain('not-to-be-kept');
});

/** As `ps -axww -o uid=,command=` of macOS prints it. */
const PS = [
  '    0 /sbin/launchd',
  '  501 /opt/homebrew/opt/cloudflared/bin/cloudflared tunnel --token not-to-be-kept run',
  '  501 /Applications/Some App.app/Contents/MacOS/Some App --port 18789',
  '  501 /opt/homebrew/bin/ngrok http 18789',
  '  502 ssh -N -R 80:localhost:18790 example.org',
  '',
].join('\n');

test('tunnels on macOS, as ps prints them', async () => {
  write('ps.txt', PS);
  fakeProgram('ps', `cat '${join(root, 'ps.txt')}'`);
  const mac = { ...collecting(), platform: 'darwin' };
  const sources = { proc: '/none', ps: join(root, 'bin/ps') };
  expect(measured(await gatherTunnels(mac, [18789, 18790], sources))).toEqual([
    { program: 'cloudflared', uid: 501 },
    { program: 'ngrok', uid: 501, port: 18789 },
    { program: 'ssh', uid: 502, port: 18790 },
  ]);
  fakeProgram('ps', 'sleep 60');
  const hasty = { ...collecting(400), platform: 'darwin' };
  expect(await gatherTunnels(hasty, [18789], sources)).toMatchObject({ reason: 'timeout' });
});

test.each([
  ['no daemon', 'echo "Cannot connect to the Docker daemon" >&2; exit 1', { status: 'absent' }],
  ['a flood', 'yes', { status: 'failed', reason: 'too_large' }],
  ['one that hangs', 'sleep 60', { status: 'failed', reason: 'timeout' }],
])('published ports of a docker with %s', async (_, script, outcome) => {
  const env = fakeProgram('docker', script);
  expect(await gatherPublished(collecting(1000), env)).toMatchObject(outcome);
});

test('proxies: each file once, traps and other ports left out', () => {
  const site = 'server { location / { proxy_pass http://127.0.0.1:18789; } }';
  const file = write('etc/nginx/sites-available/claw', site);
  mkdirSync(join(root, 'etc/nginx/sites-enabled'));
  symlinkSync(file, join(root, 'etc/nginx/sites-enabled/claw'));
  symlinkSync(file, join(root, 'etc/nginx/sites-enabled/again'));
  symlinkSync('/dev/zero', join(root, 'etc/nginx/sites-enabled/zero'));
  write(
    'etc/nginx/nginx.conf',
    'http { server { location / { proxy_pass http://127.0.0.1:3000; } } }',
  );
  write(
    'etc/traefik/traefik.yml',
    'entryPoints:\n  web:\n    forwardedHeaders:\n      insecure: true\n',
  );
  write('etc/traefik/dynamic/claw.yml', '- url: http://127.0.0.1:18789\n');
  write('etc/caddy/Caddyfile', 'x'.repeat(2 << 20));
  expect(measured(gatherProxies(collecting(), [18789], root))).toMatchObject([
    { software: 'nginx', line: 1, forwardedFor: 'passed' },
    { software: 'traefik', forwardedFor: 'appended', realIp: 'passed' },
  ]);
  expect(skipped.map(({ reason }) => reason).sort()).toEqual(['not_a_file', 'too_large']);
});

test('proxies: headers that a rule includes and that another file sets', () => {
  write('etc/nginx/nginx.conf', 'http { include sites-enabled/*; }');
  write('etc/nginx/proxy_params', 'proxy_set_header X-Forwarded-For $remote_addr;');
  const site = 'include proxy_params; include /etc/nginx/none; proxy_pass http://127.0.0.1:18789;';
  write('etc/nginx/sites-enabled/claw', `server { location / { ${site} } }`);
  write('etc/traefik/dynamic/claw.yml', '- url: http://127.0.0.1:18789\n');
  write('etc/traefik/dynamic/user.yml', 'authResponseHeaders: [X-User]\n');
  expect(measured(gatherProxies(collecting(), [18789], root))).toMatchObject([
    { software: 'nginx', forwardedFor: 'overwritten', overwritten: ['x-forwarded-for'] },
    { software: 'traefik', host: 'client', overwritten: ['x-user'] },
  ]);
  expect(skipped).toEqual([]);
});
