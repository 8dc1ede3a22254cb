import { describe, expect, test } from 'vitest';
import { judgedAsReference, octal, type Printed, readObservations } from './support/observed.ts';

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
  readonly findings: Printed | null;
}

const observations = readObservations<Observation>('2026.2');

function judged(seen: Observation): Promise<Printed> {
  const home = (text: string) => text.replaceAll('$HOME', '@@HOME@@');
  const dirs = Object.entries(seen.modes).filter(([path]) => !(path in seen.files));
  return judgedAsReference(
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
    /icloud/i.test(seen.name) ? 'iCloud' : 'home',
  );
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
