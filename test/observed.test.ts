import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { judge } from '../src/judge/judge.ts';
import { gatherLaidDown, layDown } from './support/scenario.ts';

/** One observation of OpenClaw 2026.2.24's own audit, findings in the order it printed them. */
interface Observation {
  readonly name: string;
  readonly via: 'cli' | 'harness-with-plugins-loaded';
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly config: string | null;
  readonly config_mode: string;
  readonly state_dir_mode: string;
  readonly files: Readonly<Record<string, string>>;
  readonly modes: Readonly<Record<string, string>>;
  readonly findings: readonly (readonly [string, string])[] | null;
}

const OWN = readFileSync('test/conformance/own-prefixes.txt', 'utf8').trim().split(',');

const observations: Observation[] = readFileSync('test/conformance/2026.2-cases.jsonl', 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line));

const octal = (mode: string) => mode.replace(/^0+(?=\d)/, '');

async function judged(seen: Observation): Promise<readonly (readonly [string, string])[]> {
  const home = (text: string) => text.replaceAll('$HOME', '@@HOME@@');
  const dirs = Object.entries(seen.modes).filter(([path]) => !(path in seen.files));
  const laid = layDown(
    {
      config: seen.config,
      configMode: octal(seen.config_mode),
      stateDirMode: octal(seen.state_dir_mode),
      files: [
        ...Object.entries(seen.files).map(([path, content]) => ({
          path,
          content,
          mode: octal(seen.modes[path] ?? '600'),
        })),
        ...dirs.map(([path, mode]) => ({ path, dir: true, mode: octal(mode) })),
      ],
      env: Object.fromEntries(Object.entries(seen.env).map(([k, v]) => [k, home(v)])),
    },
    // Home directories were named after the cases then, and one check reads names.
    { parentMode: 0o755, homeName: /icloud/i.test(seen.name) ? 'iCloud' : 'home' },
  );
  try {
    const report = judge(await gatherLaidDown(laid), { compat: true, only: [], skip: [] });
    return report.findings
      .filter((finding) => !OWN.some((prefix) => finding.checkId.startsWith(prefix)))
      .map((finding) => [finding.checkId, finding.severity]);
  } finally {
    laid.remove();
  }
}

/** A `.env` in the working directory must not speak for the gateway, with --compat neither. */
const DELIBERATE = new Set(['dotenv-cwd']);

describe('findings and their order as OpenClaw 2026.2.24 printed them', () => {
  for (const seen of observations) {
    if (seen.findings === null || seen.args.includes('--deep') || seen.args.includes('--fix'))
      continue;
    if (DELIBERATE.has(seen.name)) continue;
    const expected = seen.findings;
    test(seen.name, async () => {
      const got = await judged(seen);
      // The command never runs its channel checks; ours always does.
      const comparable = (list: typeof got) =>
        seen.via === 'cli'
          ? list
              .filter(([id]) => !id.startsWith('channels.'))
              .map(([id, severity]) => [
                id,
                id === 'plugins.extensions_no_allowlist' ? '' : severity,
              ])
          : list;
      expect(comparable(got)).toEqual(comparable(expected));
    });
  }
});
