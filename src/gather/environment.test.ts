import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lay, measured } from '../../test/support/gathered.ts';
import { gatherLaidDown, snapshotOf } from '../../test/support/scenario.ts';

describe('environment', () => {
  const env = { OPENCLAW_GATEWAY_TOKEN: ' ', OPENCLAW_GATEWAY_PORT: '1' };
  const files = [
    {
      path: '.openclaw/.env',
      content: 'export OPENCLAW_GATEWAY_TOKEN="a b"\nOPENCLAW_GATEWAY_PORT=2\n',
    },
    { path: '.env', content: 'OPENCLAW_GATEWAY_PASSWORD=from-cwd\n' },
  ];

  test('process before .env of the state directory before the config; blank is unset', async () => {
    const config = '{ env: { OPENCLAW_GATEWAY_TOKEN: "c", vars: { BRAVE_API_KEY: "key" } } }';
    const { env: facts } = await snapshotOf({ config, env, files });
    expect(facts.source).toEqual({
      OPENCLAW_GATEWAY_TOKEN: 'dotenv',
      OPENCLAW_GATEWAY_PORT: 'process',
      BRAVE_API_KEY: 'config',
    });
    expect(facts.values.OPENCLAW_GATEWAY_PORT).toBe('1');
    expect(facts.values.OPENCLAW_GATEWAY_TOKEN).toMatchObject({
      $secret: { length: 3, kind: 'env' },
    });
  });

  test('fills in the config, and equal secrets are recognised', async () => {
    const config = `{ gateway: { auth: { token: "\${OPENCLAW_GATEWAY_TOKEN}" } } }`;
    const { env: facts, config: read } = await snapshotOf({ config, env, files });
    const id = JSON.stringify(facts.values.OPENCLAW_GATEWAY_TOKEN).match(/"id":\d+/)?.[0];
    expect(JSON.stringify(measured(read).tree)).toContain(`${id}`);
  });

  test('neither .env of the working directory nor the config moves the audit', async () => {
    const config = '{ env: { OPENCLAW_STATE_DIR: "/nowhere", OPENCLAW_CONFIG_PATH: "/no" } }';
    const laid = lay({ config, files });
    const { target, files: facts } = await gatherLaidDown(laid);
    expect(target.stateDir).toBe(laid.state);
    expect(measured(facts)[1]?.path).toBe(join(laid.state, 'openclaw.json'));
  });
});
