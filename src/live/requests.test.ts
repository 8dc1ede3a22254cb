import { expect, test } from 'vitest';
import { planRequests, type Surroundings } from './requests.ts';

const SURROUNDINGS: Surroundings = {
  gateway: 'ws://127.0.0.1:18789',
  loopback: true,
  hasCredential: true,
  controlUiPath: '',
  hooksPath: '/hooks',
  browserControlPort: 18791,
  proxyUser: undefined,
};
const plan = (other: Partial<Surroundings> = {}) => planRequests({ ...SURROUNDINGS, ...other });
const ids = (other: Partial<Surroundings>) => plan(other).map(({ id }) => id);

test('only the configured gateway and loopback are asked, and one wrong credential is used', () => {
  const requests = plan();
  for (const { url } of requests)
    expect(url).toMatch(/^(?:ws|http):\/\/127\.0\.0\.1:187(?:89|91)\b/);
  expect(requests.filter(({ credential }) => credential === 'wrong')).toHaveLength(1);
  expect(requests.filter(({ credential }) => credential === 'own').map(({ id }) => id)).toEqual([
    'connect',
  ]);
});

test('without a credential there is none to get wrong', () => {
  const asked = plan({ hasCredential: false });
  expect(asked.every(({ credential }) => credential === 'none')).toBe(true);
});

test('what is switched off is not asked; a far browser control neither', () => {
  expect(ids({ hooksPath: undefined })).not.toContain('hooks_bare');
  expect(ids({ browserControlPort: undefined })).not.toContain('browser_control');
  const far = { gateway: 'wss://gw.example.org/oc', loopback: false };
  expect(ids(far)).not.toContain('browser_control');
  expect(plan(far).find(({ id }) => id === 'tools_bare')?.url).toBe(
    'https://gw.example.org/oc/tools/invoke',
  );
});

test('a user of the proxy goes along only as a header that can be one', () => {
  const headers = (header: string, user: string) =>
    plan({ proxyUser: { header, user } }).find(({ id }) => id === 'tools_forwarded')?.headers;
  expect(headers('X-User', 'mina')).toMatchObject({ 'X-User': 'mina' });
  expect(headers('X-User', 'mina\r\nX-Evil: 1')).not.toHaveProperty('X-User');
  expect(headers('X User', 'mina')).not.toHaveProperty('X User');
});
