import type { Place } from '../../posture/place.ts';
import type { Posture } from '../../posture/posture.ts';
import type { Departure, Scenario } from '../define.ts';

type Scanned = Posture['code'][number];

export interface Matches {
  readonly severity: 'critical' | 'warn';
  /** `rule (file:line)`, or `rule (file:line what → file:line what)` along a path. */
  readonly matches: readonly string[];
  /** Files that were read. */
  readonly files: number;
  /** The directory, then the first of the places. */
  readonly at: readonly Place[];
}

const MAX_PLACES = 20;

/** What a plugin or skill does that it should not; undefined when there is nothing to report. */
export function behaviourOf(scanned: Scanned): Matches | undefined {
  const { behaviour } = scanned;
  if (!behaviour || behaviour.verdict === 'clean') return undefined;
  // The vendor's own: only what is certain counts against it.
  if (scanned.bundled && behaviour.verdict !== 'malicious') return undefined;
  const told = behaviour.findings.filter(
    ({ severity, confidence }) => severity === 'critical' || confidence !== 'possible',
  );
  const critical = told.filter(({ severity }) => severity === 'critical');
  const listed = critical.length > 0 ? critical : told;
  return {
    severity: critical.length > 0 ? 'critical' : 'warn',
    matches: listed.map(({ rule, file, line, steps }) => {
      const path = steps.length > 1 ? steps.join(' → ') : `${file}:${line}`;
      return `${rule} (${path})`;
    }),
    files: behaviour.files,
    at: placesOf(scanned, listed),
  };
}

/** What the findings of code are made of, by which they are known again: rules, files, what is written. */
export function identityOf({ behaviour, hits }: Scanned): string {
  const parts = behaviour
    ? behaviour.findings.map(({ rule, file, snippet }) => [rule, file, snippet])
    : hits.map(({ rule, file }) => [rule, file]);
  return [...new Set(parts.map((part) => part.join('\0')))].sort().join('\n');
}

/** The rules of the reference that a plugin or skill meets, as the reference reports them. */
export function matchesOf(scanned: Scanned): Matches | undefined {
  if (scanned.only === 'default' || scanned.failed !== undefined) return undefined;
  const critical = scanned.hits.filter(({ level }) => level === 'critical');
  const listed = critical.length > 0 ? critical : scanned.hits;
  if (listed.length === 0) return undefined;
  return {
    severity: critical.length > 0 ? 'critical' : 'warn',
    matches: listed.map(({ rule, file, line }) => `${rule} (${file}:${line})`),
    files: scanned.files,
    at: placesOf(scanned, listed),
  };
}

function placesOf(
  { path: root }: Scanned,
  listed: readonly { readonly file: string; readonly line: number }[],
): readonly Place[] {
  const places = listed.slice(0, MAX_PLACES).map(({ file, line }): Place => {
    // A plugin may be a single file.
    const path = root.endsWith(`/${file}`) ? root : `${root}/${file}`;
    return { kind: 'file', path, line };
  });
  return [{ kind: 'file', path: root }, ...places];
}

const SOURCE = 'OpenClaw 2026.2.24 and 2026.9.6, observed';

/** For the checks that say what code does. */
export const DATA_FLOW: Departure = {
  reference:
    'Matches lines and words of JavaScript: running any command is critical, and so is reading a setting near a request; what is taken apart, encoded, or written in a shell script, Python or SKILL.md is not seen. Stops after 500 files, and drops everything it found when one path cannot be read. 2026.9.6 reads SKILL.md as well, by five patterns that also meet a warning against what they look for, and counts `eval(` in a comment.',
  why: 'Honest plugins run commands and send their own key to their own provider; real attacks hide the words. Data is followed from where it is read to where it goes, in every language and all files up to the bounds of the scan.',
  source: SOURCE,
};

/** For everything that is said of plugins' code. */
export const ALL_PLUGINS: Departure = {
  reference:
    'Passes by plugins that are a single file or a linked directory, and those of `plugins.load.paths`, of a workspace and of npm.',
  why: 'OpenClaw loads those as well.',
  source: 'https://github.com/openclaw/openclaw/issues/75456',
};
/** For everything that is said of skills' code. */
export const ALL_SKILLS: Departure = {
  reference:
    'Reads only the skill that wins its name, and none whose SKILL.md has no description; 2026.9.6 none beyond the 200th of one place either. Takes no notice of one that stands in for a skill of OpenClaw.',
  why: 'The others are a rename or a line of text away from being loaded, and their scripts can be run from where they lie.',
  source: SOURCE,
};

/** A file with a name that leads nowhere but to itself, for examples. */
export const loopIn = (directory: string): NonNullable<Scenario['files']>[number] => ({
  path: `${directory}/loop.js`,
  symlink: 'loop.js',
});
