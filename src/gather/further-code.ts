import { basename, dirname, join } from 'node:path';
import { agentPlaces } from './agents.ts';
import type { ScannedCode } from './code-facts.ts';
import { aimOf, pluginPlaces } from './code-places.ts';
import { type Collecting, entriesOf } from './collect.ts';
import { finalKind, inspect } from './fact.ts';
import { readPluginEntries } from './plugin-entries.ts';
import type { PluginFacts } from './plugin-facts.ts';
import { isPutAside } from './put-aside.ts';
import { pathOf, type Settings } from './settings.ts';
import { skillFoldersIn, skillsAmong } from './skill-places.ts';

/** Where there is code to load besides what lies in the state directory and in workspaces. */
export interface Elsewhere {
  readonly plugins?: PluginFacts;
  /** Directory of the OpenClaw that is installed, or the image it is in. */
  readonly installation?: string;
}

const PART = 'code';
const MAX_PATHS = 200;
const MAX_PLUGINS = 2000;
const MANIFESTS = ['openclaw.plugin.json', 'package.json'];
const UNREAD = { files: 0, hits: [], only: 'default' } as const;

/**
 * Plugins and skills that the gateway loads and the reference passes by: those of `plugins.load.paths`,
 * of workspaces, of npm, and the skills that come with OpenClaw.
 */
export async function furtherCode(
  run: Collecting,
  settings: Settings,
  { plugins, installation }: Elsewhere,
): Promise<readonly ScannedCode[]> {
  const paths = settings.items('plugins', 'load', 'paths');
  if (paths.length > MAX_PATHS)
    run.skip({
      part: PART,
      reason: 'too_many',
      subject: 'plugins.load.paths',
      detail: `more than ${MAX_PATHS}`,
    });
  const named = paths
    .slice(0, MAX_PATHS)
    .flatMap((_, index) => settings.text('plugins', 'load', 'paths', index) ?? [])
    .flatMap((written) => namedPlugins(run, pathOf(written, run.target)));
  const workspaces = new Set(agentPlaces(run, settings).map(({ workspace }) => workspace));
  const ofWorkspaces = [...workspaces].flatMap((workspace) =>
    pluginsIn(run, join(workspace, '.openclaw', 'extensions')),
  );
  const managed = (plugins?.managed ?? []).map(({ path }) => pluginAt(run, path));
  return [...named, ...ofWorkspaces, ...managed, ...(await bundledSkills(run, installation))];
}

/** A path of the config leads to a plugin, or to a folder of them. */
function namedPlugins(run: Collecting, path: string): readonly ScannedCode[] {
  const seen = inspect(path);
  const kind = seen.status === 'ok' ? finalKind(seen.fact) : undefined;
  if (kind === 'file') return [singleFile(path)];
  if (kind === 'directory')
    return MANIFESTS.some((name) => inspect(join(path, name)).status === 'ok')
      ? [pluginAt(run, path)]
      : pluginsIn(run, path);
  const detail = seen.status === 'failed' ? seen.detail : seen.status === 'ok' ? kind : 'ENOENT';
  run.skip({ part: PART, reason: 'unreadable', subject: path, ...(detail && { detail }) });
  return [];
}

/** Each directory and each file of code in a folder. */
function pluginsIn(run: Collecting, folder: string): readonly ScannedCode[] {
  const entries = entriesOf(run, PART, folder, MAX_PLUGINS).filter(({ name }) => !isPutAside(name));
  return pluginPlaces(folder, entries).map(({ path, kind }) =>
    kind === 'directory' ? pluginAt(run, path) : singleFile(path),
  );
}

function pluginAt(run: Collecting, path: string): ScannedCode {
  const { escaping, hidden, error } = readPluginEntries(path, run.generation !== '2026.2');
  return {
    ...{ kind: 'plugin', name: basename(path), path, ...UNREAD },
    ...{ escapingEntries: escaping, hiddenEntries: hidden },
    ...(error === undefined ? {} : { manifestError: error }),
  };
}

function singleFile(path: string): ScannedCode {
  const name = basename(path) === 'index.js' ? basename(dirname(path)) : basename(path);
  return { kind: 'plugin', name, path, ...UNREAD, escapingEntries: [], hiddenEntries: [] };
}

/** Skills of the package itself: they are read like all others, and others may stand in for them. */
async function bundledSkills(run: Collecting, installation = ''): Promise<readonly ScannedCode[]> {
  if (!installation.startsWith('/') || aimOf(installation) !== 'directory') return [];
  const folders = skillFoldersIn(run, join(installation, 'skills'));
  return (await skillsAmong(run, folders)).map(({ name, path }) => ({
    ...{ kind: 'skill', name, path, ...UNREAD, bundled: true },
    ...{ escapingEntries: [], hiddenEntries: [] },
  }));
}
