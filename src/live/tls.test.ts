import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { openSocket } from './connect.ts';
import { answer, challenge, portOf } from './fake-gateway.ts';
import type { Ask } from './plan.ts';
import { planProbe } from './plan.ts';
import { probeGateway } from './probe.ts';

/** Makes a certificate for another name than the one it is reached under. */
function makeCertificate() {
  const dir = mkdtempSync(join(tmpdir(), 'live-'));
  const [key, cert] = [join(dir, 'key'), join(dir, 'cert')];
  const made = ['-keyout', key, '-out', cert, '-days', '2', '-subj', '/CN=gw.example'];
  try {
    const options = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...made];
    execFileSync('openssl', options, { stdio: 'ignore' });
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } catch {
    return undefined;
  } finally {
    rmSync(dir, { recursive: true });
  }
}

const pair = makeCertificate();
const fingerprint = pair ? new X509Certificate(pair.cert).fingerprint256 : '';
const server = createServer(pair ?? {});
let port = 0;
/** What arrived inside of TLS. */
let heard = 0;

beforeAll(async () => {
  const wss = new WebSocketServer({ server });
  server.on('secureConnection', (socket) => {
    socket.on('error', () => {});
    socket.on('data', (data) => {
      heard += data.length;
    });
  });
  wss.on('connection', (ws) => {
    ws.on('error', () => {});
    ws.on('message', (data) => answer(ws, JSON.parse(String(data))));
    challenge(ws);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = portOf(server);
});
afterAll(() => server.close());

const ask = (pin?: string) =>
  probeGateway(
    planProbe({
      setting: (...route) =>
        new Map([
          ['gateway.mode', 'remote'],
          ['gateway.remote.url', `wss://localhost:${port}`],
          ...(pin === undefined ? [] : [['gateway.remote.tlsFingerprint', pin] as const]),
        ]).get(route.join('.')),
      env: () => undefined,
      port: undefined,
      tls: false,
    }),
    { ms: 3000, tool: 'test' },
  );

test.runIf(pair)('the gateway of this host may have a certificate of its own making', async () => {
  expect(await ask()).toMatchObject({ url: `wss://localhost:${port}`, outcome: 'healthy' });
});

test.runIf(pair)('a pinned certificate is the only one accepted', async () => {
  expect((await ask(fingerprint)).outcome).toBe('healthy');
  heard = 0;
  const other = await ask('00'.repeat(32));
  expect(other).toMatchObject({ outcome: 'unreachable', error: expect.stringContaining('TLS: ') });
  expect(heard).toBe(0);
});

test.runIf(pair)('elsewhere a certificate that nobody vouches for gets nothing', async () => {
  heard = 0;
  const far: Ask = {
    kind: 'ask',
    url: new URL(`wss://127.0.0.1:${port}`),
    shown: '',
    loopback: false,
    auth: {},
    secrets: [],
  };
  await expect(openSocket(far, 3000)).rejects.toMatchObject({
    outcome: 'unreachable',
    message: 'TLS: DEPTH_ZERO_SELF_SIGNED_CERT',
  });
  expect(heard).toBe(0);
});

test('TLS is not mistaken for plain text, nor plain text for TLS', async () => {
  const plain = await probeGateway(
    planProbe({ setting: () => undefined, env: () => undefined, port, tls: false }),
    { ms: 1000, tool: 'test' },
  );
  expect(plain.outcome).toBe('protocol');
});
