// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how configs name variables
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import publicKeys from '../../data/public-keys.json' with { type: 'json' };
import type { JsonValue } from '../document/parse.ts';
import { parseDocument } from '../document/parse.ts';
import { load, ROOT } from './load.harness.ts';
import { createRedactor } from './redact.ts';
import { isPublicKey } from './redact-policy.ts';
import { isSecretKey } from './secret-keys.ts';

const show = (tree: JsonValue) => createRedactor().tree(tree, () => undefined);
const literal = (length: number) => ({
  $secret: expect.objectContaining({ length, kind: 'literal' }),
});

describe('keys', () => {
  test.each(
    'token botToken FOO_API_KEY apiKey x-api-key webhookSecret secret password channelAccessToken passphrase Authorization set-cookie serviceAccount privateKey credentials nickservPassword key APIKey tokens'.split(
      ' ',
    ),
  )('%s is secret', (key) => expect(isSecretKey(key)).toBe(true));

  test.each(
    'tokenFile passwordFile maxTokens contextTokens reserveTokensFloor sessionKey defaultSessionKey allowedSessionKeyPrefixes publicKey keyPath userHeader secretEnv tokenPath mode keyPrefix authDir monkey compassId author'.split(
      ' ',
    ),
  )('%s is not', (key) => expect(isSecretKey(key)).toBe(false));

  test('no public key names a secret', () => {
    const keys = Object.entries(publicKeys).flatMap(([letter, list]) => {
      expect(list).toMatch(/^ .* $/);
      const own = list.trim().split(' ');
      expect(own).toEqual(own.filter((key) => key.startsWith(letter)).sort());
      return own;
    });
    expect(keys.filter(isSecretKey)).toEqual([]);
    expect(keys.every(isPublicKey)).toBe(true);
  });
});

describe('the tree', () => {
  test('settings that checks read stay, everything unknown goes', () => {
    const tree = {
      gateway: {
        bind: 'lan',
        remote: { url: 'ws://10.0.0.5:18789' },
        auth: { trustedProxy: { userHeader: 'x-user' } },
      },
      tools: { elevated: { allowFrom: { telegram: ['123', '*'] } } },
      channels: {
        slack: {
          accounts: { token: { dmPolicy: 'open' } },
          channels: { 'secret-club': { users: ['U1'] } },
        },
      },
      auth: { order: { anthropic: ['anthropic:default'] } },
      plugins: {
        installs: { p: { spec: '@scope/p@1.0.0', integrity: `sha512-${'Ab3'.repeat(20)}` } },
      },
      agents: {
        list: [
          {
            id: 'a',
            workspace: `/srv/${'Long1'.repeat(8)}`,
            sandbox: { docker: { binds: ['/etc:/etc:ro'] } },
          },
        ],
      },
    };
    expect(show(tree)).toEqual(tree);
    expect(
      show({ gateway: { pepper: 'ab' }, plugins: { entries: { p: { config: { code: 'abc' } } } } }),
    ).toEqual({
      gateway: { pepper: literal(2) },
      plugins: { entries: { p: { config: { code: literal(3) } } } },
    });
  });

  test('equal trimmed secrets have equal ids; dummies, fillers and blanks are told apart', () => {
    const redactor = createRedactor();
    const of = (text: string) => redactor.secret(text, 'literal').$secret;
    expect(of(' abc ').id).toBe(of('abc').id);
    expect(of('abc').id).not.toBe(of('abd').id);
    expect(of('abc').weak).toBeUndefined();
    expect(of('aaaaaaaa').weak).toBe(true);
    expect(of('ChangeMe').weak).toBe(true);
    expect(of('  \n')).toMatchObject({ length: 0, kind: 'literal' });
    for (const filler of ['<token>', 'YOUR_BOT_TOKEN', 'xxxxxx', '${name}', 'your-token-here']) {
      expect(of(filler).kind).toBe('placeholder');
    }
  });

  test('references, numbers and objects where a secret is expected', () => {
    expect(
      show({
        hooks: { token: { source: 'env', provider: 'default', id: 'HOOKS' }, path: '/hooks' },
        gateway: { auth: { password: 12345 } },
        channels: { googlechat: { serviceAccount: { type: 'service_account', private_key: 'k' } } },
        agents: { defaults: { memorySearch: { chunking: { tokens: 400 } } } },
      }),
    ).toEqual({
      hooks: {
        token: { $secret: { kind: 'ref', length: 0, id: 1, env: ['HOOKS'] } },
        path: '/hooks',
      },
      gateway: { auth: { password: literal(5) } },
      channels: { googlechat: { serviceAccount: { type: literal(15), private_key: literal(1) } } },
      agents: { defaults: { memorySearch: { chunking: { tokens: 400 } } } },
    });
  });

  test('a config cannot claim that something is a redacted secret', () => {
    expect(show({ gateway: { auth: { token: { $secret: { length: 40 } } } } })).toEqual({
      gateway: { auth: { token: {} } },
    });
  });

  test('a secret repeated in a harmless setting is hidden there too', () => {
    const shown = show({
      hooks: { token: 'Correct-Horse-7' },
      messages: { responsePrefix: 'say Correct-Horse-7 now' },
    });
    expect(shown).toMatchObject({ messages: { responsePrefix: 'say *** now' } });
  });
});

describe('addresses', () => {
  const url = (text: string) => show({ browser: { cdpUrl: text } });
  test.each([
    ['http://127.0.0.1:9222/json', 'http://127.0.0.1:9222/json'],
    [
      'wss://me:pw@10.0.0.5:9222/x?token=S&b=c#frag',
      'wss://***@10.0.0.5:9222/x?token=***&b=***#***',
    ],
    ['http://u:p/q@host:1/x', 'http://***@host:1/x'],
    ['http://[::1]:9222/?k', 'http://[::1]:9222/?***'],
    ['https://hooks.slack.com/services/T0/B0/zz', 'https://hooks.slack.com/***/***/***/***'],
    ['https://discord.com/api/webhooks/12/ab-cd', 'https://discord.com/api/webhooks/***/***'],
    ['https://api.telegram.org/bot12:ab-cdefgh/getMe', 'https://api.telegram.org/bot***/getMe'],
    ['user:pass@proxy.local:8080', '***@proxy.local:8080'],
  ])('%s', (text, shown) => expect(url(text)).toEqual({ browser: { cdpUrl: shown } }));
});

test('the commit that a git package is pinned to stays', () => {
  const spec = (text: string) => show({ plugins: { installs: { p: { spec: text } } } });
  expect(spec('git+https://tok@git.example/a/b#0a1b2c3d')).toEqual({
    plugins: { installs: { p: { spec: 'git+https://***@git.example/a/b#0a1b2c3d' } } },
  });
});

describe('commands', () => {
  const args = (...list: string[]) =>
    show({ agents: { defaults: { cliBackends: { c: { args: list } } } } });
  const shown = (...list: unknown[]) => ({
    agents: { defaults: { cliBackends: { c: { args: list } } } },
  });
  test('secrets in arguments', () => {
    expect(args('run TOKEN=a,b"c d', '{"token": "a b"}')).toEqual(
      shown('run TOKEN=***', '{"token": ***'),
    );
    expect(args('--api-key', 'abc', '--token=def', '-v')).toEqual(
      shown('--api-key', literal(3), '--token=***', '-v'),
    );
    expect(args('-H', 'Authorization: Bearer abc', 'FOO_SECRET="a b" run --max-tokens 5')).toEqual(
      shown('-H', 'Authorization: ***', 'FOO_SECRET=*** run --max-tokens 5'),
    );
  });
});

/** Secrets of many shapes; the alphabet keeps them apart from anything else in the document. */
const body = (min: number, max: number) =>
  fc.stringMatching(new RegExp(`^[A-Za-z0-9]{${min},${max}}$`)).map((text) => `Q7${text}z9Q`);
const planted = fc.oneof(
  body(6, 40),
  body(12, 30).map((text) => `p@ss "${text}" \\ end`),
  body(12, 30).map((text) => `l1\n${text}`),
);
const formats = fc.oneof(
  body(20, 40).map((text) => `sk-${text}`),
  body(20, 40).map((text) => `ghp_${text}`),
  body(20, 30).map((text) => `xoxb-1-${text}`),
  body(30, 40).map((text) => `123456789:${text}`),
  body(20, 30).map((text) => `-----BEGIN PRIVATE KEY-----\n${text}\n-----END PRIVATE KEY-----`),
);
const inUrl = body(6, 20);

/** The recognisable middle of a planted secret, however it was quoted or escaped. */
const core = (secret: string) => /Q7[A-Za-z0-9]*z9Q/.exec(secret)?.[0] ?? secret;
const q = (value: unknown) => JSON.stringify(value);

test('no planted secret survives in the snapshot; masked texts keep length, lines and positions', () => {
  fc.assert(
    fc.property(
      fc.array(planted, { minLength: 8, maxLength: 8 }),
      fc.array(formats, { minLength: 3, maxLength: 3 }),
      inUrl,
      fc.constantFrom('\n', '\r\n', '\r'),
      ([a, b, c, d, e, f, g, h], [x, y, z], u, eol) => {
        const text = [
          `{ // ${core(a ?? '')} in a comment`,
          `  /* ${core(b ?? '')} */ gateway: { bind: 'lan', auth: { token: ${q(a)}, password: "\${PW}" },`,
          `    remote: { url: "wss://me:${u}@host:1/p?k=${u}#${u}", token: ${q(b)} } },`,
          `  env: { NAME: ${q(c)}, vars: { path: ${q(d)} }, shellEnv: { enabled: true } },`,
          `  agents: { defaults: { sandbox: { docker: { env: { mode: ${q(e)} }, setupCommand: ${q(`x --token=${core(e ?? '')}`)} } },`,
          `    cliBackends: { c: { args: ["--api-key", ${q(f)}] } } } },`,
          `  models: { providers: { p: { baseUrl: "https://h/v1?key=${u}", headers: { name: ${q(f)} }, apiKey: ${q(g)} } } },`,
          `  skills: { entries: { s: { apiKey: ${q(h)}, env: { id: ${q(g)} }, config: { anything: ${q(h)} } } } },`,
          `  mcpServers: { m: { env: { mode: ${q(a)} }, headers: { id: ${q(b)} } } },`,
          `  hooks: { token: ${q(c)}, token: ${q(d)}, path: '/hooks', $include: 'part.json5' },`,
          `  messages: { responsePrefix: ${q(x)} }, logging: { file: '/var/log/x.log' },`,
          `  channels: { telegram: { botToken: '${core(e ?? '')}', ${q(`ghp_${core(y ?? '')}aaaaaaaaaaaa`)}: 1 } }`,
          '}',
        ].join(eol);
        const part = `{mappings: [{id: 'm', textTemplate: ${q(z)}}], gmail: {hookUrl: 'https://h/x?t=${u}'}}`;
        const { snapshot } = load(
          { [ROOT]: text, '/srv/oc/part.json5': part },
          { PW: `${core(a ?? '')}-from-env` },
        );
        const json = JSON.stringify(snapshot);
        for (const secret of [a, b, c, d, e, f, g, h, x, y, z, u]) {
          expect(json).not.toContain(core(secret ?? '?'));
        }
        expect(snapshot.tree).toMatchObject({
          gateway: { bind: 'lan' },
          logging: { file: '/var/log/x.log' },
        });
        for (const [index, source] of [text, part].entries()) {
          const masked = snapshot.files[index]?.text ?? '';
          expect(masked).toHaveLength(source.length);
          expect(masked.replace(/[^\r\n]/g, '')).toBe(source.replace(/[^\r\n]/g, ''));
          const before = parseDocument(source);
          const after = parseDocument(masked);
          const spans = (document: typeof before) =>
            document.ok && document.index()?.leaves.map((leaf) => leaf.span);
          expect(spans(after)).toEqual(spans(before));
        }
      },
    ),
    { seed: 20262, numRuns: 300 },
  );
}, 60_000);

test('whatever the config, nothing throws and nothing but plain JSON comes out', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), fc.string(), (value, odd) => {
      const tree = { gateway: value, env: value, [odd]: value, channels: { [odd]: value } };
      const { snapshot } = load({ [ROOT]: JSON.stringify(tree) });
      expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot);
    }),
    { seed: 20262, numRuns: 300 },
  );
}, 60_000);
