import { basename, dirname, join } from 'node:path';
import { SKILL_FILE } from '../locate/skill-file.ts';
import { referenceScan } from '../scan/reference/scan.ts';
import type { ScannedCode } from './code-facts.ts';
import { type PluginPlace, pluginPlaces } from './code-places.ts';
import type { Collecting } from './collect.ts';
import { type Elsewhere, furtherCode } from './further-code.ts';
import { listDirectory } from './list-directory.ts';
import type { Part, Reason } from './part.ts';
import { readPluginEntries } from './plugin-entries.ts';
import { isPutAside } from './put-aside.ts';
import type { InstalledPlace, InstalledReport, InstalledScan } from './scan/scan-installed.ts';
import { type Budget, type Means, scanDirectory, type ToScan } from './scan-directory.ts';
import type { Settings } from './settings.ts';
import {
  findSkillFolders,
  findSkills,
  isOwn,
  MAX_SKILLS,
  type SkillFolders,
  type SkillPlace,
} from './skills.ts';

const PART = 'code';
const MAX_PLUGINS = 2000;
const MAX_FILES = 20_000;
const MAX_BYTES = 256 * 1024 * 1024;
const MAX_UNREAD = 200;
const REASONS: { readonly [reason: string]: Reason } = {
  not_a_file: 'not_a_file',
  too_large: 'too_large',
  too_many: 'too_many',
  too_deep: 'too_many',
  damaged: 'malformed',
  deadline: 'deadline',
  scan_failed: 'failed',
};
const NO_ENTRIES = { escapingEntries: [], hiddenEntries: [] };
const NOTHING = { files: 0, hits: [], ...NO_ENTRIES };

/** A place of code before it is read. */
interface CodePlace {
  readonly code: ScannedCode;
  /** What the rules of the reference are matched with. */
  readonly lines?: ToScan;
}

/** Reads the code of plugins and skills and notes where a rule is met. Nothing is run. */
export async function gatherCode(
  run: Collecting,
  settings: Settings,
  scan: InstalledScan,
  elsewhere: Elsewhere,
): Promise<Part<readonly ScannedCode[]>> {
  const plugins = findPlugins(run);
  const folders = findSkillFolders(run, settings);
  const further = await furtherCode(run, settings, elsewhere);
  // The same directory may be reached in several ways.
  const toScan = new Map<string, InstalledPlace>();
  for (const place of [...plugins.map(({ code }) => code), ...skillsToScan(run, folders)])
    toScan.set(place.path, place);
  for (const code of further) if (!toScan.has(code.path)) toScan.set(code.path, code);
  // What skills are called is read while they are scanned.
  const [report, skills] = await Promise.all([
    scan.run([...toScan.values()]),
    findSkills(run, folders),
  ]);
  const places: CodePlace[] = [...plugins, ...skills.map(skillOf)];
  const known = new Set(places.map(({ code }) => code.path));
  for (const code of further) {
    if (known.has(code.path)) continue;
    known.add(code.path);
    places.push({ code });
  }
  skipUnread(run, report.unread);
  const behaviours = new Map(
    [...toScan.keys()].map((path, index) => [path, report.behaviours[index]]),
  );
  const scanned = matchLines(run, places, { list: scan.list, known: report.lines });
  const value = scanned.map((code) => {
    const found = behaviours.get(code.path);
    return found ? { ...code, behaviour: found } : code;
  });
  return { status: 'ok', value };
}

function skillsToScan(run: Collecting, { inside }: SkillFolders): readonly InstalledPlace[] {
  const paths = new Set([...inside.values()].flat().map(({ path }) => path));
  return [...paths]
    .slice(0, MAX_SKILLS)
    .filter((path) => isOwn(run, path))
    .map((path) => ({ kind: 'skill', name: basename(path), path }));
}

/** What the rules of the reference meet, as far as it would come. */
function matchLines(
  run: Collecting,
  places: readonly CodePlace[],
  seen: Pick<Means, 'list' | 'known'>,
): readonly ScannedCode[] {
  const budget: Budget = { files: MAX_FILES, bytes: MAX_BYTES, spent: false };
  const means = { reference: referenceScan(run.generation), ...seen };
  return places.map(({ code, lines }) =>
    lines ? { ...code, ...scanDirectory(run, budget, lines, means) } : code,
  );
}

/** What could not be read is said to be so. */
function skipUnread(run: Collecting, unread: InstalledReport['unread']): void {
  for (const { path, reason, detail } of unread.slice(0, MAX_UNREAD))
    run.skip({
      part: PART,
      reason: REASONS[reason] ?? 'unreadable',
      subject: path,
      detail: detail === undefined ? reason : `${reason}: ${detail}`,
    });
  if (unread.length > MAX_UNREAD)
    run.skip({ part: PART, reason: 'too_many', detail: `${unread.length} not read` });
}

function skillOf({ name, path, loaded }: SkillPlace): CodePlace {
  return {
    code: { kind: 'skill', name, path, ...NOTHING, ...(loaded ? {} : { only: 'default' }) },
    lines: { root: path, first: [], whole: true, skillFile: SKILL_FILE },
  };
}

function findPlugins(run: Collecting): readonly CodePlace[] {
  const path = join(run.target.stateDir, 'extensions');
  const listing = listDirectory(path, MAX_PLUGINS);
  if (listing.status === 'failed')
    return [
      { code: { kind: 'plugin', name: 'extensions', path, ...NOTHING, failed: listing.detail } },
    ];
  if (listing.status !== 'ok') return [];
  if (listing.cut)
    run.skip({
      part: PART,
      reason: 'too_many',
      subject: path,
      detail: `more than ${MAX_PLUGINS}`,
    });
  const read = listing.entries.filter(
    ({ name }) => run.generation === '2026.2' || !isPutAside(name),
  );
  return pluginPlaces(path, read).map((place) => pluginOf(run, place));
}

function pluginOf(run: Collecting, { name, path, kind, linked }: PluginPlace): CodePlace {
  const common = { kind: 'plugin', name, path, ...NOTHING } as const;
  // Single files and links are plugins too, although OpenClaw's scan passes them by.
  if (kind === 'file')
    return {
      code: { ...common, only: 'default' },
      lines: { root: dirname(path), first: [name], whole: false },
    };
  const strictly = run.generation !== '2026.2';
  const { inside, escaping, hidden, error } = readPluginEntries(path, strictly);
  return {
    code: {
      ...common,
      escapingEntries: escaping,
      hiddenEntries: hidden,
      ...(error === undefined ? {} : { manifestError: error }),
      ...(linked ? { only: 'default' } : {}),
    },
    lines: { root: path, first: inside, whole: true },
  };
}
