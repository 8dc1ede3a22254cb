import { join, sep } from 'node:path';
import type { Route } from '../document/route.ts';
import { type Collecting, outOfTime, readJson, textProperty } from './collect.ts';
import type { InstalledPackage } from './plugin-facts.ts';
import { pathOf, type Settings } from './settings.ts';

const MAX_RECORDS = 1000;
const MAX_TEXT = 214;

/** Where an install record says that something is; undefined when it does not say. */
interface InstallPlace {
  readonly id: string;
  readonly installPath?: string | undefined;
}

/** The places that records of the config name. */
export function placesInConfig(settings: Settings, ...route: Route): readonly InstallPlace[] {
  return settings
    .keys(...route)
    .map((id) => ({ id, installPath: settings.text(...route, id, 'installPath') }));
}

/** `package.json` at the place each install record names; `folder` holds those that name none. */
export function readPackages(
  run: Collecting,
  part: string,
  records: readonly InstallPlace[],
  folder: string,
): readonly InstalledPackage[] {
  if (records.length > MAX_RECORDS)
    run.skip({
      part,
      reason: 'too_many',
      subject: folder,
      detail: `more than ${MAX_RECORDS}`,
    });
  const found: InstalledPackage[] = [];
  for (const { id, installPath: written } of records.slice(0, MAX_RECORDS)) {
    if (outOfTime(run, part, folder)) break;
    const path = written === undefined ? join(folder, id) : pathOf(written, run.target);
    // An id such as `../x` must not lead out of the folder.
    if (written === undefined && !path.startsWith(folder + sep)) continue;
    found.push({ path, ...packageOf(run, part, path) });
  }
  return found;
}

/** Name and version of the package in a directory. */
export function packageOf(
  run: Collecting,
  part: string,
  directory: string,
): { readonly name?: string; readonly version?: string } {
  const content = readJson(run, part, join(directory, 'package.json'));
  const name = textProperty(content, 'name', MAX_TEXT)?.trim();
  const version = textProperty(content, 'version', MAX_TEXT)?.trim();
  return { ...(name ? { name } : {}), ...(version ? { version } : {}) };
}
