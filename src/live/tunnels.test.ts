import { expect, test } from 'vitest';
import { mentionsPort, readCommand } from './tunnels.ts';

const PORTS = [18789, 18790];
const read = (line: string) => readCommand(line.split(' '), PORTS);

test.each([
  ['cloudflared tunnel --url http://localhost:18789', 'cloudflared', 18789],
  ['/usr/local/bin/ngrok http 18790', 'ngrok', 18790],
  ['ngrok http --basic-auth=me:hunter22 127.0.0.1:18789', 'ngrok', 18789],
  ['node /usr/bin/lt --port 18789', 'lt', 18789],
  ['frpc tcp -l 18789 -s example.org:7000', 'frpc', 18789],
  ['ssh -N -R 80:localhost:18789 example.org', 'ssh', 18789],
  ['autossh -M0 -NR 8080:127.0.0.1:18790 example.org', 'autossh', 18790],
  ['ssh -R8080:localhost:18789 example.org', 'ssh', 18789],
])('%s', (line, program, port) => {
  expect(read(line)).toMatchObject({ program, port });
});

test.each([
  'ssh -L 18789:localhost:18789 example.org',
  'ssh example.org',
  'vim cloudflared.yml',
  'node server.js --port 18789',
  '',
])('%j is no tunnel to the gateway', (line) => {
  expect(read(line)).toBeUndefined();
});

test('a tunnel that does not say where it leads, and the files that may', () => {
  expect(read('cloudflared tunnel run home')).toEqual({
    program: 'cloudflared',
    files: ['.cloudflared/config.yml', '/etc/cloudflared/config.yml'],
  });
  expect(read('frpc -c /srv/frpc.toml')?.files[0]).toBe('/srv/frpc.toml');
  expect(read('cloudflared tunnel --config=/srv/c.yml run')?.files[0]).toBe('/srv/c.yml');
  // A longer number that only begins like the port.
  expect(read('ngrok http 187890')).not.toHaveProperty('port');
});

test.each([
  ['ingress:\n  - service: http://localhost:18789\n', 18789],
  ['[[proxies]]\nlocalPort = 18790\n', 18790],
  ['tunnels:\n  a:\n    addr: 18789\n', 18789],
  ['# service: http://localhost:18789\n  - service: http_status:404\n', undefined],
  ['account: 1878918789\n', undefined],
])('%j', (text, port) => {
  expect(mentionsPort(text, PORTS)).toBe(port);
});
