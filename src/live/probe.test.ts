import { afterEach, expect, test } from 'vitest';
import {
  answer,
  challenge,
  type FakeGateway,
  type Request,
  refuse,
  send,
  startGateway,
} from './fake-gateway.ts';
import { planProbe } from './plan.ts';
import { probeGateway } from './probe.ts';

const TOKEN = 'made-up-token-of-the-test-0001';
const gateways: FakeGateway[] = [];
afterEach(async () => {
  for (const gateway of gateways.splice(0)) await gateway.stop();
});

async function start(behaviour: Parameters<typeof startGateway>[0]): Promise<FakeGateway> {
  const gateway = await startGateway(behaviour);
  gateways.push(gateway);
  return gateway;
}

/** Probes a port with TOKEN; tells what came of it and how long it took. */
async function probe(port: number, ms = 5000) {
  const started = performance.now();
  const plan = planProbe({
    setting: (...route) => (route.join('.') === 'gateway.auth.token' ? TOKEN : undefined),
    env: () => undefined,
    port,
    tls: false,
  });
  const result = await probeGateway(plan, { ms, tool: 'test' });
  expect(JSON.stringify(result)).not.toContain(TOKEN);
  return { ...result, took: performance.now() - started };
}

const needsToken = (ws: Parameters<typeof answer>[0], request: Request) => {
  if (request.method !== 'connect' || request.params.auth?.token === TOKEN)
    return answer(ws, request);
  refuse(ws, request, 'INVALID_REQUEST', 'unauthorized');
};

test('a gateway that takes the token is healthy; it is not asked for its config', async () => {
  const { port, received } = await start({ open: challenge, message: needsToken });
  expect(await probe(port)).toMatchObject({
    url: `ws://127.0.0.1:${port}`,
    outcome: 'healthy',
    error: null,
    close: null,
  });
  const requests = received.map((text) => JSON.parse(text));
  expect(requests.map(({ method }) => method)).toEqual([
    'connect',
    'health',
    'status',
    'system-presence',
  ]);
  expect(requests[0].params).toMatchObject({
    client: { id: 'cli', mode: 'probe' },
    scopes: ['operator.read'],
    auth: { token: TOKEN },
  });
  expect(requests[0].params).not.toHaveProperty('device');
});

test('events between the answers are passed over', async () => {
  const { port } = await start({
    open: challenge,
    message: (ws, request) => {
      send(ws, { type: 'event', event: 'tick' });
      send(ws, { type: 'res', id: 'of someone else', ok: false });
      answer(ws, request);
    },
  });
  expect((await probe(port)).outcome).toBe('healthy');
});

test('a refused token, and the close that follows it', async () => {
  const { port } = await start({
    open: challenge,
    message: (ws, request) => {
      refuse(ws, request, 'INVALID_REQUEST', `unauthorized: ${TOKEN} is wrong`);
      setTimeout(() => ws.close(1008, 'unauthorized'), 30);
    },
  });
  expect(await probe(port)).toMatchObject({
    outcome: 'auth_refused',
    error: 'INVALID_REQUEST: unauthorized: *** is wrong',
    close: { code: 1008, reason: 'unauthorized' },
  });
});

test('closed with 1008 at once', async () => {
  const { port } = await start({ open: (ws) => ws.close(1008, `go\u202e away, ${TOKEN}`) });
  expect(await probe(port)).toMatchObject({
    outcome: 'auth_refused',
    close: { code: 1008, reason: 'go\\u{202e} away, ***' },
  });
});

test('a question refused for want of a scope is a limit, any other refusal a failure', async () => {
  const refusing = (code: string, message: string) =>
    start({
      open: challenge,
      message: (ws, request) =>
        request.method === 'status' ? refuse(ws, request, code, message) : answer(ws, request),
    });
  const limited = await refusing('INVALID_REQUEST', 'missing scope: operator.read');
  expect(await probe(limited.port)).toMatchObject({
    outcome: 'limited',
    error: 'INVALID_REQUEST: missing scope: operator.read',
  });
  const broken = await refusing('UNAVAILABLE', 'starting');
  expect(await probe(broken.port)).toMatchObject({
    outcome: 'protocol',
    error: 'UNAVAILABLE: starting',
  });
});

test('one that is still starting has not refused the credential', async () => {
  const { port } = await start({
    open: challenge,
    message: (ws, request) => refuse(ws, request, 'UNAVAILABLE', 'gateway starting'),
  });
  expect(await probe(port)).toMatchObject({
    outcome: 'protocol',
    error: 'UNAVAILABLE: gateway starting',
  });
});

test('silence ends after two seconds, sooner when there is less time', async () => {
  const { port } = await start({ open: () => {} });
  const silent = await probe(port);
  expect(silent).toMatchObject({ outcome: 'protocol', error: 'no challenge in time' });
  expect(silent.took).toBeLessThan(2900);
  expect((await probe(port, 300)).took).toBeLessThan(1000);
});

test('silence before the handshake and after it are bounded as well', async () => {
  const mute = await start({ http: () => {} });
  const unopened = await probe(mute.port, 300);
  expect(unopened).toMatchObject({ outcome: 'protocol', error: 'no handshake in time' });
  expect(unopened.took).toBeLessThan(1000);
  const deaf = await start({ open: challenge });
  const { outcome, error, took } = await probe(deaf.port, 300);
  expect([outcome, error]).toEqual(['protocol', 'no answer to connect in time']);
  expect(took).toBeLessThan(1000);
});

test.each([
  ['garbage', '{"type":', 'a message that is not JSON'],
  ['another kind of JSON', '[1]', 'a message that is not JSON'],
  ['a binary message', Buffer.from('{}'), 'a message that is not JSON'],
  ['a giant message', 'x'.repeat(2 << 20), 'Max payload size exceeded'],
  ['deep nesting', '['.repeat(500_000), 'a message that is not JSON'],
])('%s ends it at once', async (_, message, error) => {
  const { port } = await start({ open: (ws) => ws.send(message) });
  const result = await probe(port);
  expect(result).toMatchObject({ outcome: 'protocol', error });
  expect(result.took).toBeLessThan(4000);
});

test('a flood of events ends it too', async () => {
  const { port } = await start({
    open: (ws) => {
      for (let i = 0; i < 5000; i++) send(ws, { type: 'event', event: 'tick' });
    },
  });
  expect(await probe(port)).toMatchObject({ outcome: 'protocol', error: 'too many messages' });
});

test.each([
  [404, 'protocol'],
  [401, 'auth_refused'],
] as const)('HTTP %i is not a gateway', async (status, outcome) => {
  const { port } = await start({ http: (response) => response.writeHead(status).end() });
  expect(await probe(port)).toMatchObject({ outcome, error: `HTTP ${status}` });
});

test('a redirect is not followed', async () => {
  const other = await start({ open: challenge, message: needsToken });
  const location = `ws://127.0.0.1:${other.port}/`;
  const { port } = await start({ http: (response) => response.writeHead(302, { location }).end() });
  expect(await probe(port)).toMatchObject({ outcome: 'protocol', error: 'HTTP 302' });
  expect(other.received).toEqual([]);
});

test('a closed port is said at once', async () => {
  const gateway = await startGateway({});
  await gateway.stop();
  const result = await probe(gateway.port);
  expect(result).toMatchObject({
    outcome: 'refused',
    error: 'ECONNREFUSED',
    close: { code: 1006, reason: '' },
  });
  expect(result.took).toBeLessThan(500);
});
