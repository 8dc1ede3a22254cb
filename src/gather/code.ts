import { dirname, join } from 'node:path';
import { type ReferenceScan, referenceScan } from '../scan/reference/scan.ts';
import type { ScannedCode } from './code-facts.ts';
import { type PluginPlace, pluginPlaces } from './code-places.ts';
import type { Collecting } from './collect.ts';
import { type Elsewhere, furtherCode } from './further-code.ts';
import { listDirectory } from './list-directory.ts';
import type { Part, Reason } from './part.ts';
import { readPluginEntries } from './plugin-entries.ts';
import { isPutAside } from './put-aside.ts';
import { type Budget, scanDirectory } from './scan-directory.ts';
import type { Settings } from './settings.ts';
import { findSkills } from './skills.ts';

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

/** Reads the code of plugins and skills and notes where a rule is met. Nothing is run. */
export async function gatherCode(
  run: Collecting,
  settings: Settings,
  elsewhere: Elsewhere,
): Promise<Part<readonly ScannedCode[]>> {
  const budget: Budget = { files: MAX_FILES, bytes: MAX_BYTES, spent: false };
  const reference = referenceScan(run.generation);
  const plugins = await scanPlugins(run, budget, reference);
  const skills: ScannedCode[] = [];
  for (const { name, path, loaded } of await findSkills(run, settings)) {
    const wanted = { root: path, first: [], whole: true, skillFile: 'SKILL.md' };
    const scan = await scanDirectory(run, budget, wanted, reference);
    skills.push({
      kind: 'skill',
      name,
      path,
      ...scan,
      ...NO_ENTRIES,
      ...(loaded ? {} : { only: 'default' }),
    });
  }
  // The same directory may be reached in several ways.
  const known = new Set([...plugins, ...skills].map(({ path }) => path));
  const further = (await furtherCode(run, settings, elsewhere)).filter(({ path }) => {
    if (known.has(path)) return false;
    known.add(path);
    return true;
  });
  return { status: 'ok', value: await withBehaviour(run, [...plugins, ...skills, ...further]) };
}

/** Adds what each of them does. What could not be read is said to be so. */
async function withBehaviour(
  run: Collecting,
  scanned: readonly ScannedCode[],
): Promise<readonly ScannedCode[]> {
  if (scanned.length === 0) return scanned;
  const { scanInstalled } = await import('./scan/scan-installed.ts');
  const { behaviours, unread } = await scanInstalled(scanned, () => run.deadline.expired());
  for (const { path, reason, detail } of unread.slice(0, MAX_UNREAD))
    run.skip({
      part: PART,
      reason: REASONS[reason] ?? 'unreadable',
      subject: path,
      detail: detail === undefined ? reason : `${reason}: ${detail}`,
    });
  if (unread.length > MAX_UNREAD)
    run.skip({ part: PART, reason: 'too_many', detail: `${unread.length} not read` });
  return scanned.map((code, index) => {
    const behaviour = behaviours[index];
    return behaviour ? { ...code, behaviour } : code;
  });
}

async function scanPlugins(
  run: Collecting,
  budget: Budget,
  reference: ReferenceScan,
): Promise<readonly ScannedCode[]> {
  const path = join(run.target.stateDir, 'extensions');
  const listing = listDirectory(path, MAX_PLUGINS);
  if (listing.status === 'failed')
    return [{ kind: 'plugin', name: 'extensions', path, ...NOTHING, failed: listing.detail }];
  if (listing.status !== 'ok') return [];
  if (listing.cut)
    run.skip({
      part: PART,
      reason: 'too_many',
      subject: path,
      detail: `more than ${MAX_PLUGINS}`,
    });
  const scanned: ScannedCode[] = [];
  const read = listing.entries.filter(
    ({ name }) => run.generation === '2026.2' || !isPutAside(name),
  );
  for (const place of pluginPlaces(path, read))
    scanned.push(await scanPlugin(run, budget, place, reference));
  return scanned;
}

async function scanPlugin(
  run: Collecting,
  budget: Budget,
  { name, path, kind, linked }: PluginPlace,
  reference: ReferenceScan,
): Promise<ScannedCode> {
  // Single files and links are plugins too, although OpenClaw's scan passes them by.
  if (kind === 'file') {
    const wanted = { root: dirname(path), first: [name], whole: false };
    const scan = await scanDirectory(run, budget, wanted, reference);
    return { kind: 'plugin', name, path, ...scan, ...NO_ENTRIES, only: 'default' };
  }
  const strictly = run.generation !== '2026.2';
  const { inside, escaping, hidden, error } = readPluginEntries(path, strictly);
  const wanted = { root: path, first: inside, whole: true };
  const scan = await scanDirectory(run, budget, wanted, reference);
  return {
    kind: 'plugin',
    name,
    path,
    ...scan,
    escapingEntries: escaping,
    hiddenEntries: hidden,
    ...(error === undefined ? {} : { manifestError: error }),
    ...(linked ? { only: 'default' } : {}),
  };
}
