import { afterEach, expect, test } from 'vitest';
import { lay, measured } from '../../test/support/gathered.ts';
import { gatherLaidDown } from '../../test/support/scenario.ts';
import { challenge, type FakeGateway, refuse, send, startGateway } from '../live/fake-gateway.ts';

const TOKEN = 'made-up-token-of-the-test-0002';
let gateway: FakeGateway | undefined;
afterEach(() => gateway?.stop());

/** A gateway that repeats in its refusal what it was sent. */
async function startEcho(): Promise<FakeGateway> {
  gateway = await startGateway({
    open: challenge,
    message: (ws, request) => {
      refuse(ws, request, 'INVALID_REQUEST', `no: ${JSON.stringify(request.params.auth)}`);
      ws.close(1008, `not ${request.params.auth?.token}`);
    },
  });
  return gateway;
}

/** A gateway that says this of itself. */
async function startTelling(payload: object): Promise<FakeGateway> {
  gateway = await startGateway({
    open: challenge,
    message: (ws, { id }) => send(ws, { type: 'res', id, ok: true, payload }),
  });
  return gateway;
}

test('the token reaches the gateway and nothing else', async () => {
  const { port, received } = await startEcho();
  const config = `{ gateway: { port: ${port}, auth: { token: '${TOKEN}' } } }`;
  const snapshot = await gatherLaidDown(lay({ config, deep: true }));
  expect(measured(snapshot.gatewayProbe)).toMatchObject({
    url: `ws://127.0.0.1:${port}`,
    outcome: 'auth_refused',
    close: { code: 1008, reason: 'not ***' },
  });
  expect(received.join()).toContain(TOKEN);
  expect(JSON.stringify(snapshot)).not.toContain(TOKEN);
});

test('variables count wherever they are set: process, .env, config', async () => {
  const { port, received } = await startEcho();
  const files = [
    {
      path: '.openclaw/.env',
      content: `OPENCLAW_GATEWAY_PORT=${port}\nOPENCLAW_GATEWAY_PASSWORD=from-dotenv`,
    },
  ];
  const config = `{ env: { OPENCLAW_GATEWAY_TOKEN: 'from-config' }, gateway: { port: 1 } }`;
  await gatherLaidDown(lay({ config, files, deep: true }));
  expect(received.join()).toContain('"token":"from-config","password":"from-dotenv"');
});

test.runIf(process.platform === 'linux')('ports that the config gives to others', async () => {
  const { port } = await startEcho();
  const listeners = async (config: string) =>
    measured((await gatherLaidDown(lay({ config, deep: true }))).listeners).map((it) => it.port);
  expect(await listeners('{ gateway: { port: 1 } }')).not.toContain(port);
  expect(await listeners(`{ gateway: { port: 1 }, canvasHost: { port: ${port} } }`)).toContain(
    port,
  );
  const profiles = `{ a: 1, b: { cdpPort: ${port} } }`;
  expect(await listeners(`{ gateway: { port: 1 }, browser: { profiles: ${profiles} } }`)).toContain(
    port,
  );
});

test('nobody is asked without --deep, nor when the config cannot be read', async () => {
  const { port, received } = await startEcho();
  const laid = lay({ config: `{ gateway: { port: ${port} } }` });
  expect(await gatherLaidDown(laid)).toMatchObject({
    gatewayProbe: { status: 'absent' },
    live: { status: 'absent' },
    listeners: { status: 'absent' },
  });
  const broken = lay({ config: `{ gateway: { port: ${port} `, deep: true });
  expect((await gatherLaidDown(broken)).gatewayProbe).toMatchObject({ reason: 'unreadable' });
  expect(received).toEqual([]);
});

test('what a remote gateway runs from is not looked up here, also when its URL holds a password', async () => {
  const { port } = await startTelling({ snapshot: { configPath: process.execPath } });
  const probed = async (config: string) =>
    measured((await gatherLaidDown(lay({ config, deep: true }))).gatewayProbe);
  expect(await probed(`{ gateway: { port: ${port} } }`)).toMatchObject({ configIs: 'another' });
  const url = `ws://client:made-up-password-0003@127.0.0.1:${port}`;
  const remote = await probed(`{ gateway: { mode: 'remote', remote: { url: '${url}' } } }`);
  expect(remote.configPath).toBe(process.execPath);
  expect(remote).not.toHaveProperty('configIs');
});
