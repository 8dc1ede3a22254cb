import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttps } from 'node:https';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import {
  answer,
  challenge,
  type FakeGateway,
  portOf,
  refuse,
  startGateway,
} from './fake-gateway.ts';
import { inspectGateway, type LiveFacts } from './inspect.ts';
import { planProbe } from './plan.ts';
import { probeGateway } from './probe.ts';
import { planRequests, type RequestId } from './requests.ts';
import type { ProbeResult } from './result.ts';

const TOKEN = 'made-up-token-of-the-test-0003';
const MS = 600;
const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

interface Seen extends LiveFacts {
  readonly probe: ProbeResult;
  readonly took: number;
  verdict(id: RequestId): string | undefined;
}

/** Asks everything of a port, as `--deep` does, `MS` for each question. */
async function inspect(port: number, tls = false): Promise<Seen> {
  const started = performance.now();
  const ask = planProbe({
    setting: (...route) => (route.join('.') === 'gateway.auth.token' ? TOKEN : undefined),
    env: () => undefined,
    port,
    tls,
  });
  if (ask.kind !== 'ask') throw new Error('not to be asked');
  const requests = planRequests({
    ...{ gateway: ask.shown, loopback: true, hasCredential: true, controlUiPath: '' },
    ...{ hooksPath: '/hooks', browserControlPort: undefined, proxyUser: undefined },
  });
  const probe = await probeGateway(ask, { ms: 1000, tool: 'test' });
  const end = performance.now() + 5000;
  const left = () => Math.max(0, end - performance.now());
  const facts = await inspectGateway({
    ask,
    requests,
    probe,
    ms: MS,
    left,
    tool: 'test',
    names: [],
  });
  expect(JSON.stringify(facts)).not.toContain(TOKEN);
  expect(facts.requests.map(({ id }) => id)).toEqual(requests.map(({ id }) => id));
  const took = performance.now() - started;
  const verdict = (id: RequestId) => facts.requests.find((it) => it.id === id)?.verdict;
  return { ...facts, probe, took, verdict };
}

/** However a gateway behaves: the first conversation, and the bound of each question after it. */
const BOUND = 1000 + 13 * (MS + 150) + 2000;

async function start(behaviour: Parameters<typeof startGateway>[0]): Promise<FakeGateway> {
  const gateway = await startGateway(behaviour);
  stops.push(() => gateway.stop());
  return gateway;
}

/** A server that treats every connection so. */
async function listen(treat: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    treat(socket);
  });
  stops.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return portOf(server);
}

test('a gateway that asks for a token everywhere, and where it is asked', async () => {
  const asked: string[] = [];
  const gateway = await start({
    open: challenge,
    message: (ws, request) =>
      request.method !== 'connect' || request.params.auth?.token === TOKEN
        ? answer(ws, request)
        : refuse(ws, request, 'INVALID_REQUEST', 'origin not allowed'),
    http: (response) => {
      asked.push(`${response.req.method} ${response.req.url}`);
      response.writeHead(401).end();
    },
  });
  const seen = await inspect(gateway.port);
  expect(seen.probe.outcome).toBe('healthy');
  const others = seen.requests.filter(({ id }) => id !== 'connect');
  expect(new Set(others.map(({ verdict }) => verdict))).toEqual(new Set(['refused']));
  expect(asked).toHaveLength(others.filter(({ transport }) => transport === 'http').length);
  // The token went to the first conversation alone.
  expect(gateway.received.join('\n').split(TOKEN)).toHaveLength(2);
});

test('a gateway that refuses our own credential is sent no other wrong one', async () => {
  const authorized: unknown[] = [];
  const gateway = await start({
    open: challenge,
    message: (ws, request) => refuse(ws, request, 'INVALID_REQUEST', 'unauthorized'),
    http: (response) => {
      authorized.push(response.req.headers.authorization);
      response.writeHead(401).end();
    },
  });
  const seen = await inspect(gateway.port);
  expect(seen.probe.outcome).toBe('auth_refused');
  expect(seen.verdict('tools_wrong')).toBe('not_sent');
  expect(new Set(authorized)).toEqual(new Set([undefined]));
});

test('a gateway that asks nobody for anything', async () => {
  const { port } = await start({
    open: challenge,
    message: answer,
    http: (response) =>
      response
        .writeHead(400, { 'content-type': 'application/json' })
        .end('{"error":"at f (/home/mina/app/server.js:10:5)"}'),
  });
  const seen = await inspect(port);
  expect(seen.verdict('tools_bare')).toBe('open');
  expect(seen.verdict('connect_bare')).toBe('open');
  expect(seen.verdict('origin_foreign')).toBe('open');
  expect(seen.disclosures.map(({ what }) => what)).toContain('file_path');
});

test('silence: one conversation is waited for, and nothing more is sent', async () => {
  const port = await listen(() => {});
  const seen = await inspect(port);
  expect(seen.probe.outcome).toBe('protocol');
  expect(seen.took).toBeLessThan(BOUND);
});

test.each([
  ['garbage instead of HTTP', (socket: Socket) => socket.write('\0\x01garbage\n\n'.repeat(50))],
  ['a reset', (socket: Socket) => socket.resetAndDestroy()],
  ['an end without a word', (socket: Socket) => socket.end()],
  [
    'headers without end',
    (socket: Socket) => {
      socket.write('HTTP/1.1 101 Switching Protocols\r\n');
      const drip = setInterval(() => socket.write(`X-A: ${'b'.repeat(200)}\r\n`), 5);
      socket.on('close', () => clearInterval(drip));
    },
  ],
])('%s', async (_, treat) => {
  const seen = await inspect(await listen(treat));
  expect(['protocol', 'unreachable']).toContain(seen.probe.outcome);
  expect(seen.requests.some(({ verdict }) => verdict === 'open')).toBe(false);
  expect(seen.took).toBeLessThan(BOUND);
});

test('a frame that announces a gigabyte ends the conversation before it comes', async () => {
  const { createHash } = await import('node:crypto');
  const port = await listen((socket) =>
    socket.once('data', (head) => {
      const key = /sec-websocket-key: (\S+)/i.exec(String(head))?.[1] ?? '';
      const guid = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
      const accept = createHash('sha1')
        .update(key + guid)
        .digest('base64');
      socket.write(
        `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
      );
      socket.write(Buffer.from([0x81, 127, 0, 0, 0, 0, 0x40, 0, 0, 0]));
    }),
  );
  const seen = await inspect(port);
  expect(seen.probe).toMatchObject({ outcome: 'protocol', error: 'Max payload size exceeded' });
  expect(seen.took).toBeLessThan(BOUND);
});

const answering = (http: Parameters<typeof startGateway>[0]['http']) =>
  start({ open: challenge, message: answer, ...(http && { http }) });

test('a redirect is not followed', async () => {
  const other = await start({ http: (response) => response.writeHead(200).end() });
  const location = `http://127.0.0.1:${other.port}/`;
  const { port } = await answering((response) => response.writeHead(307, { location }).end());
  const seen = await inspect(port);
  expect(seen.verdict('tools_bare')).toBe('unclear');
  expect(seen.requests.find(({ id }) => id === 'tools_bare')?.status).toBe(307);
});

test('a slow drip costs each question its bound', async () => {
  const { port } = await answering((response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const drip = setInterval(() => response.write(' '), 20);
    response.on('close', () => clearInterval(drip));
  });
  const seen = await inspect(port);
  expect(seen.probe.outcome).toBe('healthy');
  expect(seen.verdict('tools_bare')).toBe('failed');
  // Three in a row are enough.
  expect(seen.requests.at(-1)?.verdict).toBe('not_sent');
  expect(seen.took).toBeLessThan(BOUND);
});

test('a body without end is read no further than its beginning', async () => {
  const { port } = await answering((response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const more = () => {
      while (!response.destroyed && response.write('x'.repeat(65_536)));
    };
    response.on('drain', more);
    more();
  });
  const seen = await inspect(port);
  expect(seen.verdict('tools_bare')).toBe('open');
  expect(seen.took).toBeLessThan(BOUND);
});

test.each([1008, 4001, 4408, 1011])('closed with %i', async (code) => {
  const { port } = await start({
    open: challenge,
    message: (ws) => ws.close(code, 'go away'),
    http: (response) => response.writeHead(401).end(),
  });
  const seen = await inspect(port);
  expect(seen.probe.close).toEqual({ code, reason: 'go away' });
  expect(seen.probe.outcome).toBe(code === 1008 ? 'auth_refused' : 'protocol');
  expect(seen.verdict('connect_bare')).not.toBe('open');
  expect(seen.verdict('tools_bare')).toBe('refused');
  expect(seen.took).toBeLessThan(BOUND);
});

/** Valid for one day, years ago: what `openssl req` refuses to make, a signing authority can. */
function expiredCertificate(): { readonly key: Buffer; readonly cert: Buffer } | undefined {
  const dir = mkdtempSync(join(tmpdir(), 'live-'));
  const file = (name: string) => join(dir, name);
  const authority = [
    ...['[ca]', 'default_ca = own', '[own]', `database = ${file('index')}`],
    ...[`serial = ${file('serial')}`, `new_certs_dir = ${dir}`, 'default_md = sha256'],
    ...['policy = any', '[any]', 'commonName = supplied', ''],
  ];
  const run = (...args: string[]) => execFileSync('openssl', args, { cwd: dir, stdio: 'ignore' });
  try {
    writeFileSync(file('index'), '');
    writeFileSync(file('serial'), '01\n');
    writeFileSync(file('config'), authority.join('\n'));
    const made = ['-keyout', 'key', '-out', 'request', '-subj', '/CN=gw.example'];
    run('req', '-new', '-newkey', 'rsa:2048', '-nodes', ...made);
    const dates = ['-startdate', '20240101000000Z', '-enddate', '20240102000000Z'];
    const signing = ['-batch', '-notext', '-selfsign', '-config', 'config', '-keyfile', 'key'];
    run('ca', ...signing, '-in', 'request', '-out', 'cert', ...dates);
    return { key: readFileSync(file('key')), cert: readFileSync(file('cert')) };
  } catch {
    return undefined;
  } finally {
    rmSync(dir, { recursive: true });
  }
}

const expired = expiredCertificate();
test.skipIf(expired === undefined)('TLS with a certificate that is over', async () => {
  const server = createHttps(expired ?? {}, (_, response) => response.writeHead(401).end());
  const wss = new WebSocketServer({ server });
  wss.on('connection', (ws) => {
    ws.on('error', () => {});
    ws.on('message', (data) => answer(ws, JSON.parse(String(data))));
    challenge(ws);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => {
    wss.close();
    server.closeAllConnections();
    server.close();
  });
  const seen = await inspect(portOf(server), true);
  expect(seen.probe.outcome).toBe('healthy');
  expect(seen.tls).toMatchObject({ trusted: false, notAfter: Date.UTC(2024, 0, 2) });
});
