import { describe, expect, test } from 'vitest';
import { judgedAsReference, octal, type Printed, readObservations } from './support/observed.ts';

/** One observation of OpenClaw 2026.9.6's own audit, findings in the order it printed them. */
interface Observation {
  readonly name: string;
  readonly config?: string | null;
  readonly config_mode: string;
  readonly state_dir_mode: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  readonly modes?: Readonly<Record<string, string>>;
  readonly links?: Readonly<Record<string, string>>;
  readonly dirs?: readonly string[];
  readonly executables?: Readonly<Record<string, string>>;
  readonly findings: Printed;
}

const observations = readObservations<Observation>('2026.9');
const home = (text: string) => text.replaceAll('{HOME}', '@@HOME@@');

function filesOf({ files = {}, modes = {}, links = {}, dirs = [], executables = {} }: Observation) {
  const mode = (path: string) => (modes[path] === undefined ? {} : { mode: octal(modes[path]) });
  const unnamed = Object.keys(modes).filter((path) => !(path in files) && !dirs.includes(path));
  return [
    ...[...dirs, ...unnamed].map((path) => ({ path, dir: true, ...mode(path) })),
    ...Object.entries(files).map(([path, content]) => ({
      path,
      content: home(content),
      ...mode(path),
    })),
    ...Object.entries(executables).map(([path, content]) => ({ path, content, mode: '755' })),
    ...Object.entries(links).map(([path, target]) => ({ path, symlink: home(target) })),
  ];
}

function judged(seen: Observation): Promise<Printed> {
  return judgedAsReference(
    {
      config: seen.config === undefined || seen.config === null ? null : home(seen.config),
      configMode: octal(seen.config_mode),
      stateDirMode: octal(seen.state_dir_mode),
      files: filesOf(seen),
      env: Object.fromEntries(Object.entries(seen.env ?? {}).map(([k, v]) => [k, home(v)])),
      openclawVersion: '2026.9.6',
    },
    'home',
  );
}

/** Which channels were looked at depended on the packages that happened to be installed. */
const comparable = (list: Printed) =>
  list
    .filter(([id]) => !id.startsWith('channels.'))
    .map(([id, severity]) => [id, id === 'plugins.extensions_no_allowlist' ? '' : severity]);

/** Suppressed by a word of OpenClaw's own text, which ours does not have. */
const DELIBERATE = new Set(['suppr_all']);

describe('findings and their order as OpenClaw 2026.9.6 printed them', () => {
  for (const seen of observations) {
    if (DELIBERATE.has(seen.name)) continue;
    test(seen.name, async () => {
      expect(comparable(await judged(seen))).toEqual(comparable(seen.findings));
    });
  }
});
