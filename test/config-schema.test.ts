import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dialectOf } from '../src/config/dialect.ts';
import { readConfig } from '../src/config/load.ts';
import { createRedactor } from '../src/config/redact.ts';
import type { ConfigIssue } from '../src/config/tree.ts';

/** One observation of OpenClaw 2026.2.24: whether it accepted a config. */
interface Observation {
  readonly name: string;
  readonly config: string | null;
  readonly env: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, string>>;
  readonly exit_code: number;
}

const observations: Observation[] = readFileSync('test/conformance/2026.2-cases.jsonl', 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line));

const HOME = '/home/someone';
/** The later of two equal keys wins there as here; OpenClaw just does not mention it. */
const HARMLESS: ReadonlySet<ConfigIssue['code']> = new Set(['duplicate_key', 'encoding']);
/** Refused for what lies in the extensions directory, which no config shows. */
const NOT_THE_CONFIG: ReadonlySet<string> = new Set(['pl-noman-pluginskey']);

const dialect = await dialectOf('2026.2');

function refusals({ config, env, files }: Observation): readonly string[] {
  const path = `${HOME}/.openclaw/openclaw.json`;
  const texts = new Map(Object.entries(files).map(([name, text]) => [`${HOME}/${name}`, text]));
  if (config !== null) texts.set(path, config);
  const { snapshot } = readConfig({
    path,
    read: (file) => {
      const text = texts.get(file);
      return text === undefined
        ? { status: 'missing' }
        : { status: 'ok', bytes: new TextEncoder().encode(text) };
    },
    realpath: (file) => (texts.has(file) || file === `${HOME}/.openclaw` ? file : undefined),
    env: (name) => (Object.hasOwn(env, name) ? env[name]?.replaceAll('$HOME', HOME) : undefined),
    readSecretFile: () => ({ status: 'missing' }),
    redactor: createRedactor(),
  }).as(dialect);
  return snapshot.issues
    .filter(({ code }) => !HARMLESS.has(code))
    .map(({ code, problem, route }) => `${code}.${problem} at ${route.join('.')}`);
}

describe('what OpenClaw 2026.2.24 accepted and what it refused', () => {
  for (const seen of observations)
    test(seen.name, () => {
      const refused = seen.exit_code !== 0 && !NOT_THE_CONFIG.has(seen.name);
      if (refused) expect(refusals(seen)).not.toEqual([]);
      else expect(refusals(seen)).toEqual([]);
    });
});
