import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonValue } from '../document/parse.ts';
import { dialectOf } from './dialect.ts';
import { createIssueSink } from './issue-sink.ts';
import { checkRules } from './rules.ts';
import { validateConfig } from './schema.ts';

const dialect = await dialectOf('2026.2');
const origins = { at: { file: 0, route: [] } };
function validate(value: JsonValue) {
  const rules = createIssueSink(origins);
  checkRules(value, '2026.2', rules);
  return [...validateConfig({ value, origins }, dialect), ...rules.issues];
}
const say = (value: JsonValue) =>
  validate(value).map(({ code, problem, route }) => [code, problem, route.join('.')].join(' '));

describe('keys', () => {
  test('unknown ones are named with the key that was probably meant', () => {
    expect(validate({ gateway: { bnid: 'lan' } })).toEqual([
      {
        code: 'unknown_key',
        file: 0,
        route: ['gateway', 'bnid'],
        problem: 'misspelt',
        args: { key: 'bnid', nearest: 'bind' },
      },
    ]);
  });

  test('names that only look like a part of the schema are unknown', () => {
    for (const key of ['bind:1', ' bind', '*', 'constructor', '__proto__', 'toString', ''])
      expect(say({ gateway: Object.fromEntries([[key, 'lan']]) }), key).toHaveLength(1);
  });

  test('maps take any name, and any name must hold the right type', () => {
    expect(say({ env: { ANY: 'x', 'odd: name': 'x', vars: { A: 'b' } } })).toEqual([]);
    expect(say({ env: { ANY: 1, 'odd: name': 2 } })).toEqual([
      'type other env.ANY',
      'type other env.odd: name',
    ]);
  });

  test('what the schema leaves open is not looked into', () => {
    expect(say({ plugins: { entries: { x: { config: { a: [{ b: null }] } } } } })).toEqual([]);
    expect(say({ channels: { matrix: { a: [{ b: null }] } } })).toEqual([]);
  });
});

describe('values', () => {
  test('null is no value of any setting', () => {
    expect(say({ gateway: null, tools: { allow: null } })).toEqual([
      'type other gateway',
      'type other tools.allow',
    ]);
  });

  test('alternatives are all accepted', () => {
    for (const model of ['a/b', { primary: 'a/b', fallbacks: ['c/d'] }])
      expect(say({ agents: { defaults: { model } } })).toEqual([]);
    for (const native of [true, false, 'auto']) expect(say({ commands: { native } })).toEqual([]);
    expect(say({ agents: { defaults: { model: 3 } } })).toEqual([
      'type other agents.defaults.model',
    ]);
  });

  test('limits hold', () => {
    expect(say({ session: { reset: { atHour: 23 } } })).toEqual([]);
    expect(say({ session: { reset: { atHour: 24 } } })).toEqual([
      'value range session.reset.atHour',
    ]);
    expect(say({ session: { reset: { atHour: 1.5 } } })).toEqual([
      'type other session.reset.atHour',
    ]);
    expect(say({ session: { reset: { atHour: Number.NaN } } })).toEqual([
      'type other session.reset.atHour',
    ]);
  });

  test('a reference that could not be filled in is no wrong word', () => {
    expect(say({ gateway: { bind: '$' + '{BIND}', auth: { token: '$' + '{X}' } } })).toEqual([]);
  });

  test('only short plain words are repeated', () => {
    const args = (mode: string) => validate({ gateway: { auth: { mode } } }).map((i) => i.args);
    expect(args('paasword')[0]).toHaveProperty('found', 'paasword');
    for (const text of ['correct horse battery', 'hunter2', 'x'.repeat(25)])
      expect(JSON.stringify(args(text))).not.toContain(text);
  });

  test('a SecretRef is told apart from other objects', () => {
    const token = { source: 'env', provider: 'default', id: 'NAME' };
    expect(say({ gateway: { auth: { token } } })).toEqual(['type secret_ref gateway.auth.token']);
  });
});

describe('bounds', () => {
  test('stops at two hundred and says so', () => {
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`k${i}`, 1]));
    const issues = validate({ gateway: many });
    expect(issues).toHaveLength(201);
    expect(issues.at(-1)).toMatchObject({ problem: 'stopped', args: { limit: 200 } });
  });

  test('never throws, and finds nothing in nothing', () => {
    const keys = fc.oneof(
      fc.constantFrom('channels', 'agents', 'list', 'defaults', 'sandbox', 'docker', 'binds'),
      fc.constantFrom('telegram', 'discord', 'slack', 'irc', 'accounts', 'dm', 'allowFrom'),
      fc.constantFrom('dmPolicy', 'policy', 'network', 'nickserv', 'browser', 'profiles'),
      fc.constantFrom('broadcast', 'tools', 'allow', 'alsoAllow', 'gateway', '__proto__'),
      fc.string(),
    );
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'medium', withCrossShrink: true },
        fc.constantFrom<JsonValue>(null, true, 'open', 'host', '*', 1, -0.5, Number.NaN),
        fc.string(),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(keys, tie('value'), { maxKeys: 6 }),
      ),
    }));
    fc.assert(
      fc.property(value, (json) => {
        const issues = validate(JSON.parse(JSON.stringify(json)));
        expect(issues.length).toBeLessThanOrEqual(201);
      }),
      { numRuns: 500 },
    );
    expect(validate({})).toEqual([]);
  });
});

test('every node of the table can be read', () => {
  const seen = new Set<string>();
  const enter = (ref: string) => {
    if (seen.has(ref)) return;
    seen.add(ref);
    const { object, items, types, literals } = dialect.schema.node(ref);
    expect(types !== '' || literals.length > 0, ref).toBe(true);
    if (items !== undefined) enter(items);
    for (const name of object?.names() ?? []) enter(object?.find(name) ?? 'no node');
    const rest = object?.find('*');
    if (rest !== undefined) enter(rest);
  };
  enter('0');
  expect(dialect.schema.root.object?.names()).toContain('gateway');
  expect(seen.size).toBeGreaterThan(400);
});
