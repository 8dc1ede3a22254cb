import type { Place } from '../../posture/place.ts';
import type { Posture } from '../../posture/posture.ts';
import type { Departure, Scenario } from '../define.ts';

type Scanned = Posture['code'][number];

/** Which of the reference's habits are left behind. */
export interface Reading {
  /** Comments and descriptions are no code, and no file is one too many. */
  readonly codeOnly: boolean;
  /** What was read counts although something else could not be. */
  readonly despiteFailure: boolean;
  /** Directories count that OpenClaw's scan passes by. */
  readonly everywhere: boolean;
}

export interface Matches {
  readonly severity: 'critical' | 'warn';
  /** `rule (file:line)`; the critical ones alone when there are any. */
  readonly matches: readonly string[];
  /** The directory, then the first of the places. */
  readonly at: readonly Place[];
}

const MAX_PLACES = 20;

/** The rules that a plugin or skill meets; undefined when there are none to report. */
export function matchesOf(scanned: Scanned, reading: Reading): Matches | undefined {
  if (scanned.only === 'default' && !reading.everywhere) return undefined;
  if (scanned.failed !== undefined && !reading.despiteFailure) return undefined;
  const ignored = reading.codeOnly ? 'compat' : 'default';
  const hits = scanned.hits.filter(({ only }) => only !== ignored);
  const critical = hits.filter(({ level }) => level === 'critical');
  const listed = critical.length > 0 ? critical : hits;
  if (listed.length === 0) return undefined;
  const places = listed.slice(0, MAX_PLACES).map(({ file, line }): Place => {
    // A plugin may be a single file.
    const path = scanned.path.endsWith(`/${file}`) ? scanned.path : `${scanned.path}/${file}`;
    return { kind: 'file', path, line };
  });
  return {
    severity: critical.length > 0 ? 'critical' : 'warn',
    matches: listed.map(({ rule, file, line }) => `${rule} (${file}:${line})`),
    at: [{ kind: 'file', path: scanned.path }, ...places],
  };
}

const SOURCE = 'OpenClaw 2026.2.24, observed';

/** For the checks that list matches. */
export const CODE_ONLY: Departure = {
  reference:
    'Takes words in comments and descriptions for code: `.exec(` of a regular expression is critical once a comment mentions `child_process`. Stops after 500 files.',
  why: 'A comment does nothing. Only code is matched, and all files up to the bounds of the scan are read.',
  source: SOURCE,
};
/** For the same checks. */
export const DESPITE_FAILURE: Departure = {
  reference:
    'Drops all matches of a directory when one path in it cannot be read, such as a link to itself.',
  why: 'One link would hide everything beside it. What was read is reported, and so is what was not.',
  source: SOURCE,
};

/** For everything that is said of plugins' code. */
export const ALL_PLUGINS: Departure = {
  reference: 'Passes by plugins that are a single file or a linked directory.',
  why: 'OpenClaw loads those as well.',
  source: 'https://github.com/openclaw/openclaw/issues/75456',
};
/** For everything that is said of skills' code. */
export const ALL_SKILLS: Departure = {
  reference: 'Reads only the skill that wins its name, and none whose SKILL.md has no description.',
  why: 'The others are a rename or a line of text away from being loaded, and their scripts can be run from where they lie.',
  source: SOURCE,
};

/** A file with a name that leads nowhere but to itself, for examples. */
export const loopIn = (directory: string): NonNullable<Scenario['files']>[number] => ({
  path: `${directory}/loop.js`,
  symlink: 'loop.js',
});
