import { join } from 'node:path';
import type { Redactor } from '../config/redact.ts';
import {
  type Collecting,
  entriesOf,
  outOfTime,
  property,
  readJson,
  textProperty,
} from './collect.ts';

/** A plugin that OpenClaw had npm install, as it lies on the disk. */
export interface ManagedPlugin {
  /** The manifest's, else the package's own name. */
  readonly id: string;
  /** Whether a manifest says so. */
  readonly hasManifest: boolean;
  /** `name@range` as the project asks for it; credentials masked. */
  readonly spec: string;
  /** Absolute. */
  readonly path: string;
  /** The project's package.json. */
  readonly project: string;
}

const PART = 'plugins';
const MAX_PROJECTS = 1000;
const MAX_DEPENDENCIES = 200;
const MAX_TEXT = 214;
/** A name that stays below `node_modules`. */
const PACKAGE_NAME = /^(?:@[\w~-][\w.~-]*\/)?[\w~-][\w.~-]*$/;

/** Plugins below `<state>/npm`: OpenClaw counts them as installed although no record names them. */
export function findManagedPlugins(run: Collecting, redactor: Redactor): readonly ManagedPlugin[] {
  const root = join(run.target.stateDir, 'npm');
  const projects = entriesOf(run, PART, join(root, 'projects'), MAX_PROJECTS)
    .filter(({ kind }) => kind === 'directory')
    .map(({ name }) => name)
    .sort();
  const found = new Map<string, ManagedPlugin>();
  for (const project of [root, ...projects.map((name) => join(root, 'projects', name))]) {
    if (outOfTime(run, PART, project)) break;
    for (const plugin of pluginsOf(run, redactor, project)) found.set(plugin.id, plugin);
  }
  return [...found.values()];
}

function pluginsOf(run: Collecting, redactor: Redactor, project: string): readonly ManagedPlugin[] {
  const file = join(project, 'package.json');
  const dependencies = property(readJson(run, PART, file), 'dependencies');
  if (typeof dependencies !== 'object' || dependencies === null) return [];
  const names = Object.keys(dependencies);
  if (names.length > MAX_DEPENDENCIES)
    run.skip({
      part: PART,
      reason: 'too_many',
      subject: file,
      detail: `more than ${MAX_DEPENDENCIES}`,
    });
  return names.slice(0, MAX_DEPENDENCIES).flatMap((name) => {
    const range = textProperty(dependencies, name, MAX_TEXT)?.trim();
    if (!range || !PACKAGE_NAME.test(name)) return [];
    const path = join(project, 'node_modules', name);
    const content = readJson(run, PART, join(path, 'package.json'));
    const entries = property(property(content, 'openclaw'), 'extensions');
    if (!Array.isArray(entries) || entries.length === 0) return [];
    const manifest = readJson(run, PART, join(path, 'openclaw.plugin.json'));
    const manifestId = textProperty(manifest, 'id', MAX_TEXT)?.trim();
    const id = manifestId || textProperty(content, 'name', MAX_TEXT)?.trim() || name;
    const spec = redactor.text(`${name}@${range}`);
    return [{ id, hasManifest: Boolean(manifestId), spec, path, project: file }];
  });
}
