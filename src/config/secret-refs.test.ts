import { expect, test } from 'vitest';
import { load, ROOT } from './load.harness.ts';
import { valueAt } from './schema-values.ts';
import { isSecret } from './secret.ts';

const VALUE = '0123456789abcdef0123456789abcdef';
const FILES = {
  '/s.json': JSON.stringify({ gw: { token: VALUE }, 'a/b': [VALUE], n: 5, blank: ' ' }),
  '/s.txt': `${VALUE}\n`,
  '/broken.json': '{a: 1}',
  '/list.json': '[]',
};
const PROVIDERS = `secrets: {
  defaults: { file: "json" },
  providers: {
    json: { source: "file", path: "/s.json" },
    single: { source: "file", path: "/s.txt", mode: "singleValue" },
    broken: { source: "file", path: "/broken.json" },
    list: { source: "file", path: "/list.json" },
    gone: { source: "file", path: "/gone.json" },
    some: { source: "env", allowlist: ["OTHER"] },
    run: { source: "exec", command: "/bin/false" },
  },
}`;

function token(ref: string, env = {}) {
  const text = `{ gateway: { auth: { token: ${ref} } }, ${PROVIDERS} }`;
  const loaded = load({ [ROOT]: text, ...FILES }, env);
  const secret = valueAt(loaded.snapshot.tree as never, 'gateway', 'auth', 'token');
  if (!isSecret(secret)) throw new Error('no secret');
  const [reference] = loaded.snapshot.secretReferences ?? [];
  expect(JSON.stringify(loaded.snapshot)).not.toContain(VALUE);
  return {
    secret: secret.$secret,
    reference,
    raw: loaded.rawString('gateway', 'auth', 'token'),
  };
}
const file = (provider: string, id: string) =>
  `{ source: "file", provider: "${provider}", id: "${id}" }`;

test.each([
  ['{ source: "env", provider: "default", id: "GW" }'],
  [file('json', '/gw/token')],
  [file('json', '/a~1b/0')],
  [file('single', 'value')],
  ['{ source: "file", id: "/gw/token" }'],
])('%s is resolved by reading', (ref) => {
  const { secret, reference, raw } = token(ref, { GW: VALUE });
  expect(secret).toMatchObject({ length: 32, kind: 'ref' });
  expect(reference).not.toHaveProperty('problem');
  expect(raw).toBe(VALUE);
});

test.each([
  ['{ source: "env", provider: "default", id: "NOPE" }', 'env_unset'],
  ['{ source: "env", provider: "default", id: "lower" }', 'bad_id'],
  ['{ source: "env", provider: "some", id: "GW" }', 'env_not_allowed'],
  ['{ source: "env", provider: "other", id: "GW" }', 'no_provider'],
  ['{ source: "env", provider: "json", id: "GW" }', 'other_source'],
  [file('json', '/gw/nope'), 'no_value'],
  [file('json', '/n'), 'no_value'],
  [file('json', '/blank'), 'no_value'],
  [file('json', '/__proto__/constructor'), 'no_value'],
  [file('json', 'gw'), 'bad_id'],
  [file('single', '/x'), 'bad_id'],
  [file('broken', '/a'), 'file_malformed'],
  [file('list', '/0'), 'file_malformed'],
  [file('gone', '/a'), 'file_missing'],
  ['{ source: "exec", provider: "run", id: "x" }', 'exec_not_run'],
  ['{ source: "store", provider: "default", id: "GW" }', 'store_not_read'],
])('%s is not: %s', (ref, problem) => {
  const { secret, reference, raw } = token(ref, { GW: VALUE });
  expect(secret).toMatchObject({ length: 0, kind: 'ref' });
  expect(reference).toMatchObject({ problem });
  expect(raw).toBeUndefined();
});

test('the same secret is recognised wherever it comes from', () => {
  const text = `{ gateway: { auth: { token: ${file('json', '/gw/token')} } },
    hooks: { token: "${VALUE}" }, ${PROVIDERS} }`;
  const { snapshot } = load({ [ROOT]: text, ...FILES });
  const at = (...route: string[]) => valueAt(snapshot.tree as never, ...route);
  expect(at('gateway', 'auth', 'token')).toMatchObject({ $secret: { id: expect.any(Number) } });
  const id = (value: unknown) => (isSecret(value) ? value.$secret.id : undefined);
  expect(id(at('gateway', 'auth', 'token'))).toBe(id(at('hooks', 'token')));
});

test('files are read for credentials that the audit is about, and for no others', () => {
  const text = `{ models: { providers: { x: { apiKey: ${file('json', '/gw/token')} } } }, ${PROVIDERS} }`;
  expect(load({ [ROOT]: text, ...FILES }).snapshot).not.toHaveProperty('secretReferences');
});
