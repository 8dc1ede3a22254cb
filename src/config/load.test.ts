// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how configs name variables
import { describe, expect, test } from 'vitest';
import { load, problems, ROOT } from './load.harness.ts';
import { originOf } from './origin.ts';

const file = (name: string) => `/srv/oc/${name}`;

describe('the root file', () => {
  test('missing is not unreadable', () => {
    expect(load({}).snapshot).toMatchObject({ missing: true, unreadable: false, tree: {} });
  });

  test('one that cannot be read says why', () => {
    const loaded = load({ [ROOT]: { status: 'failed', reason: 'too_large', detail: '9 MB' } });
    expect(loaded.snapshot.unreadable).toBe(true);
    expect(loaded.failure).toEqual({ reason: 'too_large', detail: '9 MB' });
    expect(problems(loaded)).toEqual(['too_large:file']);
  });

  test.each([
    ['{a: ', 'syntax:unexpected_end'],
    ['{} x', 'syntax:unexpected_character'],
    [' \n', 'syntax:empty'],
    ['null', 'not_an_object:top_level'],
    ['["x"]', 'not_an_object:top_level'],
  ])('%j is unreadable', (text, problem) => {
    const loaded = load({ [ROOT]: text });
    expect(problems(loaded)).toEqual([problem]);
    expect(loaded.snapshot).toMatchObject({ unreadable: true, missing: false, tree: {} });
  });

  test('nesting that would exhaust a parser is refused', () => {
    expect(problems(load({ [ROOT]: '['.repeat(100_000) }))).toEqual(['too_deep:nesting']);
  });

  test('invalid UTF-8 is an issue, not the end', () => {
    const bytes = Uint8Array.from([...new TextEncoder().encode('{gateway:{port:1}} //'), 0xff]);
    const loaded = load({ [ROOT]: bytes });
    expect(problems(loaded)).toContain('encoding:invalid_utf8');
    expect(loaded.snapshot.tree).toEqual({ gateway: { port: 1 } });
  });

  test('the value of an overridden duplicate is hidden in the text too', () => {
    const loaded = load({ [ROOT]: '{hooks: {token: "old-one"}, hooks: {token: "new-one"}}' });
    expect(problems(loaded)).toContain('duplicate_key:overridden');
    expect(loaded.snapshot.files[0]?.text).toBe(
      '{hooks: {token: "*******"}, hooks: {token: "*******"}}',
    );
  });

  test('where the parsers disagree no text is kept', () => {
    const [shown] = load({ [ROOT]: '{gateway: {null: 1}}' }).snapshot.files;
    expect(shown).toEqual({ path: ROOT, positions: false });
  });
});

describe('$include', () => {
  test('later over earlier, siblings over includes, arrays joined', () => {
    const { snapshot } = load({
      [ROOT]: '{gateway: {$include: ["a.json5", "sub/b.json5"], port: 3, trustedProxies: ["c"]}}',
      [file('a.json5')]: '{port: 1, bind: "lan", trustedProxies: ["a"], auth: {mode: "token"}}',
      [file('sub/b.json5')]: '{$include: "deep.json5", bind: "loopback", trustedProxies: ["b"]}',
      [file('sub/deep.json5')]: '{auth: {allowTailscale: true}, bind: "tailnet"}',
    });
    expect(snapshot.issues).toEqual([]);
    expect(snapshot.tree).toEqual({
      gateway: {
        port: 3,
        bind: 'loopback',
        trustedProxies: ['a', 'b', 'c'],
        auth: { mode: 'token', allowTailscale: true },
      },
    });
    const origin = (...route: (string | number)[]) => {
      const { file: index, route: at } = originOf(snapshot.origins, ['gateway', ...route]);
      return [snapshot.files[index]?.path, ...at];
    };
    expect(origin('port')).toEqual([ROOT, 'gateway', 'port']);
    expect(origin('bind')).toEqual([file('sub/b.json5'), 'bind']);
    expect(origin('auth', 'mode')).toEqual([file('a.json5'), 'auth', 'mode']);
    expect(origin('auth', 'allowTailscale')).toEqual([
      file('sub/deep.json5'),
      'auth',
      'allowTailscale',
    ]);
    expect(origin('trustedProxies', 0)).toEqual([file('a.json5'), 'trustedProxies', 0]);
    expect(origin('trustedProxies', 2)).toEqual([ROOT, 'gateway', 'trustedProxies', 0]);
  });

  test.each([
    ['missing', '{gateway: {$include: "no.json5"}}', {}],
    ['escapes', '{gateway: {$include: "../x.json5"}}', {}],
    ['escapes', '{gateway: {$include: "/etc/x.json5"}}', {}],
    ['cycle', '{gateway: {$include: "a.json5"}}', { 'a.json5': '{auth: {$include: "a.json5"}}' }],
    ['cycle', '{gateway: {$include: "openclaw.json"}}', {}],
    ['bad_value', '{gateway: {$include: 5}}', {}],
    ['bad_value', '{gateway: {$include: ["a.json5", null]}}', { 'a.json5': '{}' }],
    ['not_an_object', '{gateway: {$include: "a.json5", port: 1}}', { 'a.json5': '[1]' }],
    ['syntax', '{gateway: {$include: "a.json5"}}', { 'a.json5': '{' }],
  ])('%s is an issue and the rest goes on: %s', (problem, root, others) => {
    const files = Object.entries(others).map(([name, text]) => [file(name), text] as const);
    const text = root.replace(/\}$/, ', logging: {level: "info"}}');
    const loaded = load({ [ROOT]: text, ...Object.fromEntries(files) });
    expect(problems(loaded)).toContain(`include:${problem}`);
    expect(loaded.snapshot.tree).toMatchObject({ logging: { level: 'info' } });
  });

  test('a link out of the directory escapes', () => {
    const files = {
      [ROOT]: '{logging: {$include: "a.json5"}}',
      [file('a.json5')]: '{level: "info"}',
    };
    expect(problems(load(files, {}, { [file('a.json5')]: '/home/x/a.json5' }))).toEqual([
      'include:escapes',
    ]);
    expect(
      problems(load(files, {}, { '/srv/oc': '/data', [file('a.json5')]: '/data/a.json5' })),
    ).toEqual([]);
  });

  test('ten levels are followed, an eleventh is not', () => {
    const chain = (levels: number) => {
      const files: { [path: string]: string } = { [ROOT]: '{$include: "1.json5"}' };
      for (let level = 1; level < levels; level++) {
        files[file(`${level}.json5`)] = `{$include: "${level + 1}.json5"}`;
      }
      return load({ ...files, [file(`${levels}.json5`)]: '{logging: {level: "info"}}' });
    };
    expect(chain(10).snapshot.tree).toEqual({ logging: { level: 'info' } });
    expect(problems(chain(11))).toEqual(['include:too_deep']);
  });

  test('files that multiply one another stop at a bound', () => {
    const files: { [path: string]: string } = {
      [ROOT]: '{agents: {$include: ["1.json5", "1.json5"]}}',
    };
    for (let level = 1; level < 10; level++) {
      files[file(`${level}.json5`)] =
        `{list: {$include: ["${level + 1}.json5", "${level + 1}.json5"]}}`;
    }
    expect(problems(load(files))).toContain('include:too_many');
  });

  test('what an include brings under `env` is secret whatever its key', () => {
    const { snapshot } = load({
      [ROOT]: '{env: {$include: "e.json5"}}',
      [file('e.json5')]: '{name: "hunter2hunter2", /* hunter2hunter2 */ GREETING: "hi"}',
    });
    expect(JSON.stringify(snapshot)).not.toContain('hunter2');
    expect(snapshot.files[1]?.text).toMatch(/^\{name: "\*{14}", {22}GREETING: "\*\*"\}$/);
  });
});

describe('variables', () => {
  const env = { BIND: 'lan', EMPTY: '', MY_TOKEN: 'from-the-environment' };

  test('are filled in; what is unset or empty is an issue and stays', () => {
    const loaded = load(
      {
        [ROOT]:
          '{gateway: {bind: "${BIND}", auth: {token: "${MY_TOKEN}", password: "${GONE}${EMPTY}"}}}',
      },
      env,
    );
    expect(loaded.snapshot.tree).toMatchObject({
      gateway: {
        bind: 'lan',
        auth: {
          token: { $secret: { kind: 'env', env: ['MY_TOKEN'], length: 20 } },
          password: { $secret: { kind: 'env', env: ['GONE', 'EMPTY'], length: 0 } },
        },
      },
    });
    expect(loaded.snapshot.issues.map(({ code, args }) => [code, args.name])).toEqual([
      ['env_unset', 'GONE'],
      ['env_unset', 'EMPTY'],
    ]);
    expect(loaded.snapshot.envReferences).toContainEqual({
      route: ['gateway', 'auth', 'password'],
      names: ['GONE', 'EMPTY'],
      unset: ['GONE', 'EMPTY'],
    });
    expect(loaded.rawString('gateway', 'auth', 'token')).toBe('from-the-environment');
    expect(loaded.rawString('gateway', 'toString')).toBeUndefined();
    expect(loaded.snapshot.files[0]?.text).toContain('token: "${MY_TOKEN}"');
  });

  test('an unset variable under a secret key costs no positions', () => {
    const loaded = load({ [ROOT]: '{channels: {discord: {token: "${DISCORD_BOT_TOKEN}"}}}' });
    expect(loaded.snapshot.files[0]).toMatchObject({ positions: true });
    expect(loaded.snapshot.files[0]?.text).toContain('${DISCORD_BOT_TOKEN}');
  });

  test('a flag with one dash announces a secret too', () => {
    const setup = 'run -password hunter2 now';
    const config = { agents: { defaults: { sandbox: { docker: { setupCommand: setup } } } } };
    const { snapshot } = load({ [ROOT]: JSON.stringify(config) });
    expect(JSON.stringify(snapshot)).not.toContain('hunter2');
  });

  test('$${NAME} is a literal, lower case is none', () => {
    const loaded = load({
      [ROOT]: '{gateway: {auth: {password: "$${GW_PASS}"}}, logging: {file: "${home}/x"}}',
    });
    expect(loaded.rawString('gateway', 'auth', 'password')).toBe('${GW_PASS}');
    expect(loaded.snapshot.tree).toMatchObject({
      gateway: { auth: { password: { $secret: { kind: 'placeholder', length: 10 } } } },
      logging: { file: '${home}/x' },
    });
    expect(loaded.snapshot.issues).toEqual([]);
  });

  test('the env block fills what is unset or blank, hijacks nothing and redirects nothing', () => {
    const loaded = load(
      {
        [ROOT]:
          '{env: {BIND: "no", EMPTY: "e", LD_PRELOAD: "x", OPENCLAW_STATE_DIR: "/tmp/s", vars: {ONE: "1"}, shellEnv: {enabled: true}},' +
          ' gateway: {bind: "${BIND}${EMPTY}${ONE}", customBindHost: "${LD_PRELOAD}"}}',
      },
      env,
    );
    expect(loaded.rawString('gateway', 'bind')).toBe('lane1');
    expect(loaded.rawString('gateway', 'customBindHost')).toBe('${LD_PRELOAD}');
    expect([...loaded.configEnv.keys()].sort()).toEqual(['EMPTY', 'ONE']);
    expect(loaded.snapshot.tree).toMatchObject({ env: { shellEnv: { enabled: true } } });
  });

  test('text that would grow without bound is left as written', () => {
    const big = 'x'.repeat(100_000);
    const loaded = load({
      [ROOT]: `{env: {BIG: "${big}"}, logging: {file: "${'${BIG}'.repeat(5000)}"}}`,
    });
    expect(problems(loaded)).toContain('too_large:variables');
    expect(loaded.rawString('logging', 'file')?.length).toBeLessThan(5_000_000);
  });
});
