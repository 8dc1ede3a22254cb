import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Generation } from '../src/config/known-releases.ts';
import { load, ROOT } from '../src/config/load.harness.ts';
import { RENAMES } from '../src/config/renames.ts';
import type { ConfigSnapshot } from '../src/config/tree.ts';
import type { Route } from '../src/document/route.ts';
import { MissingPart } from '../src/posture/missing.ts';
import { type Posture, readPosture } from '../src/posture/posture.ts';
import { makeSnapshot } from './support/snapshot.ts';

type Tree = { [key: string]: unknown };

/** What is written at each renamed setting, by its name today. Every one of the table must be here. */
const VALUES: { readonly [current: string]: fc.Arbitrary<unknown> } = {
  'gateway.nodes.commands.deny': fc.array(
    fc.constantFrom('system.run', 'camera.*', 'camera.snap', ' ', 'canvas.eval'),
  ),
  'gateway.nodes.commands.allow': fc.array(
    fc.constantFrom('camera.snap', 'sms.send', 'screen.record', 'x'),
  ),
  'gateway.auth.token': fc.constantFrom('', 'short', '0123456789abcdef0123456789abcdef', 'null'),
  'tools.exec.timeoutSeconds': fc.integer({ min: 1, max: 10_000 }),
  'browser.ssrfPolicy.dangerouslyAllowPrivateNetwork': fc.boolean(),
  'browser.ssrfPolicy.allowedHostnames': fc.array(fc.constantFrom('localhost', '*.example.com')),
  'session.reset.idleMinutes': fc.integer({ min: 1, max: 1000 }),
  tts: fc.record({ auto: fc.constantFrom('off', 'always') }, { requiredKeys: [] }),
  'memory.search': fc.record({ enabled: fc.boolean() }, { requiredKeys: [] }),
};

/** Settings around them that give them a meaning. */
const surroundings = fc.record(
  {
    bind: fc.constantFrom('loopback', 'lan'),
    mode: fc.constantFrom('token', 'password', 'none'),
    host: fc.constantFrom('sandbox', 'gateway', 'node'),
    sandbox: fc.constantFrom('off', 'non-main', 'all'),
    dmPolicy: fc.constantFrom('open', 'pairing'),
    profile: fc.constantFrom('minimal', 'coding', 'messaging', 'full'),
  },
  { requiredKeys: [] },
);

const agent = fc.record(
  {
    name: fc.constantFrom('A', 'B'),
    sandbox: fc.record({ mode: fc.constantFrom('off', 'all') }, { requiredKeys: [] }),
    tools: fc.record(
      { profile: fc.constantFrom('minimal', 'full'), deny: fc.array(fc.constantFrom('exec', '*')) },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);
const agents = fc.dictionary(fc.constantFrom('main', 'work', 'dev'), agent);
const chosen = fc.record(VALUES, { requiredKeys: [] });

function put(tree: Tree, route: Route, value: unknown): void {
  const [step, ...rest] = route.map(String);
  if (step === undefined) return;
  if (rest.length === 0) {
    tree[step] = value;
    return;
  }
  const inner = tree[step] ?? {};
  tree[step] = inner;
  put(inner as Tree, rest, value);
}

interface Case {
  readonly values: { readonly [current: string]: unknown };
  readonly around: { readonly [name: string]: string };
  readonly agents: { readonly [id: string]: Tree };
}

function write({ values, around, agents: entries }: Case, shape: Generation): Tree {
  const tree: Tree = {};
  const at = (route: string, name: string) => {
    if (around[name] !== undefined) put(tree, route.split('.'), around[name]);
  };
  at('gateway.bind', 'bind');
  at('gateway.auth.mode', 'mode');
  at('tools.exec.host', 'host');
  at('tools.profile', 'profile');
  at('agents.defaults.sandbox.mode', 'sandbox');
  at('channels.telegram.dmPolicy', 'dmPolicy');
  if (Object.keys(entries).length > 0) {
    const list = Object.entries(entries).map(([id, entry]) => ({ id, ...entry }));
    put(
      tree,
      ['agents', shape === '2026.2' ? 'list' : 'entries'],
      shape === '2026.2' ? list : entries,
    );
  }
  for (const { old, current } of RENAMES) {
    const value = values[current.join('.')];
    if (value !== undefined) put(tree, shape === '2026.2' ? old : current, value);
  }
  return tree;
}

const RELEASES = { '2026.2': '2026.2.24', '2026.9': '2026.9.6' } as const;

function understand(tree: Tree, judged: Generation) {
  const config = load({ [ROOT]: JSON.stringify(tree) }, {}, {}, judged).snapshot;
  const version = { judged: RELEASES[judged], rules: RELEASES[judged], source: 'flag' } as const;
  const snapshot = makeSnapshot({}, { config: { status: 'ok', value: config }, version });
  return { config, posture: readPosture(snapshot) };
}

/** Data of a part of the posture; functions are left out, sets and maps are listed. */
function plain(value: unknown): unknown {
  if (typeof value === 'function') return undefined;
  if (value instanceof Set || value instanceof Map) return plain([...value]);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(keysOf(value).map((key) => [key, plain(Reflect.get(value, key))]));
}

/** Own properties, and what the class of an object gives. */
function keysOf(value: object): readonly string[] {
  const shape: unknown = Object.getPrototypeOf(value);
  const given =
    shape === null || shape === Object.prototype ? [] : Object.getOwnPropertyNames(shape);
  return [...Object.keys(value), ...given.filter((name) => name !== 'constructor')];
}

function partOf(posture: Posture, name: string): unknown {
  try {
    return plain(Reflect.get(posture, name));
  } catch (error) {
    if (error instanceof MissingPart) return error.message;
    throw error;
  }
}

/** A section from which everything was moved stays behind empty, and says nothing. */
function withoutEmpty(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const members = Object.keys(value)
    .map((key) => [key, withoutEmpty(Reflect.get(value, key))] as const)
    .filter(([, inner]) => inner !== undefined);
  return members.length > 0 ? Object.fromEntries(members) : undefined;
}

/** What is said about the text, which is not the same text. */
const ABOUT_THE_TEXT = new Set(['snapshot', 'config', 'release', 'advisories']);

/** Parts that hold a meaning which changed between the releases, and why. */
const CHANGED: { readonly [part: string]: string } = {
  nodes: 'the settings are named in the words of the release, and the known commands differ',
  gateway: 'more tools are refused over HTTP, and the administration plugin has an endpoint',
  auth: 'a remote credential, a secret that reads as nothing and trusted-proxy count differently',
  agents: 'named in the words of the release, and an agent that is run is put into an empty roster',
  tools: 'tools, groups and profiles differ',
  exec: 'the agent that is run without a roster has a scope of its own',
  exposure: 'direct messages count beside groups',
  sandbox: 'tools denied in a sandbox, and the epoch of its browser',
  channels: 'policies that are not written, and what accounts inherit',
  trust: 'only looked at by later releases',
  dangerousFlags: 'more flags, one by one',
};

const posturesOf = (posture: Posture) =>
  Object.keys(posture).filter((name) => !ABOUT_THE_TEXT.has(name));

test('every rename of the table is tried', () => {
  expect(Object.keys(VALUES).sort()).toEqual(
    RENAMES.map(({ current }) => current.join('.')).sort(),
  );
});

const cases = fc.record({ values: chosen, around: surroundings, agents });
const RUNS = { numRuns: 60 };

test('a release takes both shapes for the same', () => {
  fc.assert(
    fc.property(cases, fc.constantFrom<Generation>('2026.2', '2026.9'), (one, judged) => {
      const [older, newer] = [
        understand(write(one, '2026.2'), judged),
        understand(write(one, '2026.9'), judged),
      ];
      expect(withoutEmpty(newer.config.tree)).toEqual(withoutEmpty(older.config.tree));
      for (const name of posturesOf(older.posture))
        expect([name, partOf(newer.posture, name)]).toEqual([name, partOf(older.posture, name)]);
    }),
    RUNS,
  );
});

test('each shape means to its own release what the other means to its own, but for what changed', () => {
  fc.assert(
    fc.property(cases, (one) => {
      const older = understand(write(one, '2026.2'), '2026.2');
      const newer = understand(write(one, '2026.9'), '2026.9');
      expect(withoutEmpty(newer.config.tree)).toEqual(withoutEmpty(older.config.tree));
      for (const name of posturesOf(older.posture))
        if (!Object.hasOwn(CHANGED, name))
          expect([name, partOf(newer.posture, name)]).toEqual([name, partOf(older.posture, name)]);
    }),
    RUNS,
  );
});

test('what is said to have changed has changed', () => {
  const differ = new Set<string>();
  for (const one of fc.sample(cases, { numRuns: 20, seed: 5 })) {
    const older = understand(write(one, '2026.2'), '2026.2').posture;
    const newer = understand(write(one, '2026.9'), '2026.9').posture;
    for (const name of posturesOf(older))
      if (JSON.stringify(partOf(newer, name)) !== JSON.stringify(partOf(older, name)))
        differ.add(name);
  }
  expect([...differ].sort()).toEqual(Object.keys(CHANGED).sort());
});

test('a setting is refused only in the words of the other release', () => {
  const named = ({ issues }: ConfigSnapshot) => issues.map(({ code }) => code);
  const one: Case = { values: { 'gateway.nodes.commands.deny': ['x'] }, around: {}, agents: {} };
  for (const shape of ['2026.2', '2026.9'] as const) {
    const other = shape === '2026.2' ? '2026.9' : '2026.2';
    expect(named(understand(write(one, shape), shape).config)).toEqual([]);
    expect(named(understand(write(one, shape), other).config)).not.toEqual([]);
  }
});
