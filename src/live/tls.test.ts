import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import type { CertificateName } from './certificate-names.ts';
import { openSocket } from './connect.ts';
import { answer, challenge, portOf } from './fake-gateway.ts';
import { inspectGateway } from './inspect.ts';
import type { Ask } from './plan.ts';
import { planProbe } from './plan.ts';
import { probeGateway } from './probe.ts';
import { planRequests } from './requests.ts';
import { inspectTls } from './tls.ts';

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

/** One that an authority of its own making signed, for `old.example.org`. */
function makeSigned() {
  const dir = mkdtempSync(join(tmpdir(), 'live-'));
  const run = (...args: string[]) => execFileSync('openssl', args, { cwd: dir, stdio: 'ignore' });
  const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2'];
  try {
    run(...made, '-keyout', 'ca.key', '-out', 'ca', '-subj', '/CN=authority');
    const signed = ['-CA', 'ca', '-CAkey', 'ca.key', '-subj', '/CN=gw'];
    const names = ['-addext', 'subjectAltName=DNS:old.example.org,IP:192.0.2.7'];
    run(...made, ...signed, ...names, '-keyout', 'key', '-out', 'cert');
    return { key: readFileSync(join(dir, 'key')), cert: readFileSync(join(dir, 'cert')) };
  } catch {
    return undefined;
  } finally {
    rmSync(dir, { recursive: true });
  }
}

const pair = makeCertificate();
const signed = makeSigned();
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

const NAMES: readonly CertificateName[] = [
  { host: 'gw.example.org', setting: 'allowed_origins' },
  { host: 'old.example.org', setting: 'allowed_origins' },
  { host: '192.0.2.7', setting: 'remote_url' },
  { host: '192.0.2.8', setting: 'remote_url' },
];
/** A gateway elsewhere, as far as trust goes. */
const elsewhere = (port: number): Ask => ({
  ...{ kind: 'ask', url: new URL(`wss://127.0.0.1:${port}`), shown: '', loopback: false },
  ...{ auth: {}, secrets: [] },
});

test.runIf(signed)('a certificate is looked at though nobody vouches for it', async () => {
  const other = createServer(signed ?? {});
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  try {
    const ask = elsewhere(portOf(other));
    const seen = await inspectTls(ask, 3000, NAMES);
    expect(seen).toMatchObject({ trusted: false, names: ['old.example.org', '192.0.2.7'] });
    expect(seen.misnamed?.map(({ host }) => host)).toEqual(['gw.example.org', '192.0.2.8']);
    // The probe was turned back by the certificate; the questions are then not put, but it is shown.
    const requests = planRequests({
      ...{ gateway: `wss://127.0.0.1:${ask.url.port}`, loopback: false, hasCredential: false },
      ...{ controlUiPath: '', hooksPath: undefined, browserControlPort: undefined },
      proxyUser: undefined,
    });
    const probe = await probeGateway(ask, { ms: 3000, tool: 'test' });
    expect(probe).toMatchObject({ outcome: 'unreachable', error: expect.stringMatching(/^TLS: /) });
    const rest = { ms: 3000, left: () => 3000, tool: 'test', names: NAMES };
    const facts = await inspectGateway({ ask, requests, probe, ...rest });
    expect(facts.tls?.misnamed).toHaveLength(2);
    const verdicts = facts.requests.map(({ id, verdict }) => [id, verdict]);
    expect(verdicts.slice(0, 3)).toEqual([
      ['connect', 'failed'],
      ['tls', 'open'],
      ['origin_foreign', 'not_sent'],
    ]);
  } finally {
    other.close();
  }
});

test.runIf(pair)('what a gateway signed for itself is known by its fingerprint', async () => {
  const { misnamed, names } = await inspectTls(elsewhere(port), 3000, NAMES);
  expect(misnamed).toEqual([]);
  expect(names).toEqual(['gw.example']);
});

test('TLS is not mistaken for plain text, nor plain text for TLS', async () => {
  const plain = await probeGateway(
    planProbe({ setting: () => undefined, env: () => undefined, port, tls: false }),
    { ms: 1000, tool: 'test' },
  );
  expect(plain.outcome).toBe('protocol');
});
