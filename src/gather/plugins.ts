import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Redactor } from '../config/redact.ts';
import { type Collecting, mainEntriesOf, outOfTime, readJson, textProperty } from './collect.ts';
import { finalKind, inspect } from './fact.ts';
import type { Entry } from './list-directory.ts';
import { packageOf, placesInConfig, readPackages } from './packages.ts';
import type { Part } from './part.ts';
import type { InstalledPackage, PluginDir, PluginFacts } from './plugin-facts.ts';
import type { Settings } from './settings.ts';
import type { InstallRecords } from './stored-facts.ts';

const PART = 'plugins';
const MAX_ENTRIES = 2000;
const MANIFEST = 'openclaw.plugin.json';
const MAX_ID = 128;

/** What lies in `<state>/extensions`, and what the install records point to. Nothing is run. */
export async function gatherPlugins(
  run: Collecting,
  settings: Settings,
  stored: InstallRecords | undefined,
  redactor: Redactor,
): Promise<Part<PluginFacts>> {
  const extensionsDir = join(run.target.stateDir, 'extensions');
  const dirs: PluginDir[] = [];
  for (const entry of mainEntriesOf(run, PART, extensionsDir, MAX_ENTRIES)) {
    if (outOfTime(run, PART, extensionsDir)) break;
    const dir = readPluginDir(run, extensionsDir, entry);
    if (dir) dirs.push(dir);
  }
  const records = stored?.plugins ?? placesInConfig(settings, 'plugins', 'installs');
  const packages = readPackages(run, PART, records, extensionsDir);
  const managed = await managedPlugins(run, redactor);
  return { status: 'ok', value: { extensionsDir, dirs, packages, ...(managed && { managed }) } };
}

async function managedPlugins(
  run: Collecting,
  redactor: Redactor,
): Promise<PluginFacts['managed']> {
  if (run.generation === '2026.2') return undefined;
  // Few gateways have any.
  if (!existsSync(join(run.target.stateDir, 'npm'))) return [];
  const { findManagedPlugins } = await import('./managed-plugins.ts');
  return findManagedPlugins(run, redactor);
}

/** What is installed where the records of hook packs say. */
export function gatherHookPackages(
  run: Collecting,
  settings: Settings,
  stored: InstallRecords | undefined,
): Part<readonly InstalledPackage[]> {
  const folder = join(run.target.stateDir, 'hooks');
  const records = stored?.hooks ?? placesInConfig(settings, 'hooks', 'internal', 'installs');
  return { status: 'ok', value: readPackages(run, 'hookPackages', records, folder) };
}

function readPluginDir(run: Collecting, parent: string, entry: Entry): PluginDir | undefined {
  const { name, kind } = entry;
  const path = join(parent, name);
  if (kind === 'other') return undefined;
  if (kind === 'file') return { name, path, entry: 'file' };
  if (kind === 'symlink') {
    const seen = inspect(path);
    if (seen.status !== 'ok' || finalKind(seen.fact) !== 'directory')
      return { name, path, entry: 'symlink' };
  }
  const manifestId = textProperty(readJson(run, PART, join(path, MANIFEST)), 'id', MAX_ID)?.trim();
  const { version } = packageOf(run, PART, path);
  return {
    name,
    path,
    ...(manifestId ? { manifestId } : {}),
    entry: kind,
    ...(version ? { version } : {}),
  };
}
