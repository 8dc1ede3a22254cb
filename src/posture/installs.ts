import type { Route } from '../document/route.ts';
import type { InstalledPackage, PluginFacts } from '../gather/plugin-facts.ts';
import type { InstallRecord as StoredRecord } from '../gather/stored-facts.ts';
import { need } from './missing.ts';
import type { Place } from './place.ts';
import { resolvePath } from './posix-path.ts';
import type { Posture } from './posture.ts';
import { generationOf } from './release.ts';

/** What OpenClaw wrote down when it installed a plugin or a hook pack. */
interface InstallRecord {
  readonly id: string;
  /** Where a field is written: in the config, or in the database since 2026.9. */
  at(field: string): Place;
  readonly npm: boolean;
  /** Undefined when none is recorded; credentials in it are masked already. */
  readonly spec: string | undefined;
  readonly hasIntegrity: boolean;
  readonly recordedVersion: string | undefined;
  /** Where that is written. */
  readonly versionField: 'resolvedVersion' | 'version';
  /** Absolute, normalised. */
  readonly path: string;
}

export interface Installs {
  readonly plugins: readonly InstallRecord[];
  readonly hooks: readonly InstallRecord[];
  /**
   * The version found where the record says it is installed.
   * @throws MissingPart when the collector failed.
   */
  installedVersion(kind: 'plugins' | 'hooks', record: InstallRecord): string | undefined;
}

type Needs = Pick<Posture, 'config' | 'snapshot'>;

const NO_PLUGINS: PluginFacts = { extensionsDir: '', dirs: [], packages: [] };

/** A record as either store has it. */
type Written = StoredRecord & Pick<InstallRecord, 'at'>;

function inConfig({ config }: Needs, ...route: Route): readonly Written[] {
  return config.keys(...route).flatMap((id) => {
    const at = [...route, id];
    if (!config.object(...at)) return [];
    const texts = ['source', 'spec', 'version', 'resolvedVersion', 'installPath'].map(
      (key) => [key, config.string(...at, key)] as const,
    );
    return [
      {
        id,
        at: (field) => config.at(...at, field),
        hasIntegrity: config.trimmed(...at, 'integrity') !== undefined,
        ...Object.fromEntries(texts.filter(([, value]) => value !== undefined)),
      },
    ];
  });
}

/**
 * What the release judged goes by: it reads one of the two stores.
 * @throws MissingPart when the database could not be read.
 */
function written(posture: Needs, kind: 'plugins' | 'hooks'): readonly Written[] {
  const stored = need(posture.snapshot.installRecords, 'installRecords', undefined);
  if (stored) {
    const at = () => ({ kind: 'file', path: stored.path }) as const;
    return stored[kind].map((record) => ({ ...record, at }));
  }
  return kind === 'plugins'
    ? inConfig(posture, 'plugins', 'installs')
    : inConfig(posture, 'hooks', 'internal', 'installs');
}

/**
 * The records of plugins that count: 2026.9 goes by what npm installed where nothing is recorded of
 * it, or another version than is there (observed with 2026.9.6). npm's own record keeps no integrity.
 */
function withRecovered({ snapshot }: Needs, known: readonly Written[]): readonly Written[] {
  if (generationOf(snapshot) === '2026.2') return known;
  const { managed = [], packages } = need(snapshot.plugins, 'plugins', NO_PLUGINS);
  const counts = known.filter((record) => {
    const { path } = managed.find(({ id }) => id === record.id) ?? {};
    if (path === undefined || record.installPath?.trim() !== path) return true;
    const installed = packages.find((it) => it.path === path)?.version;
    return installed === undefined || (versionOf(record) ?? installed) === installed;
  });
  const ids = new Set(counts.map(({ id }) => id));
  const recovered = managed
    .filter(({ id }) => !ids.has(id))
    .map(({ id, spec, path, project }) => ({
      ...{ id, spec, source: 'npm', hasIntegrity: false, installPath: path },
      at: () => ({ kind: 'file', path: project }) as const,
    }));
  return [...counts, ...recovered];
}

const versionOf = ({ resolvedVersion, version }: Written) =>
  resolvedVersion?.trim() || version?.trim() || undefined;

function records(
  posture: Needs,
  kind: 'plugins' | 'hooks',
  folder: string,
): readonly InstallRecord[] {
  const { home, stateDir, cwd } = posture.snapshot.target;
  const known = written(posture, kind);
  const counting = kind === 'plugins' ? withRecovered(posture, known) : known;
  return counting.map((record) => ({
    id: record.id,
    at: record.at,
    npm: record.source === 'npm',
    spec: record.spec,
    hasIntegrity: record.hasIntegrity,
    recordedVersion: versionOf(record),
    versionField: record.resolvedVersion?.trim() ? 'resolvedVersion' : 'version',
    path: resolvePath(
      record.installPath?.trim() || `${stateDir}/${folder}/${record.id}`,
      home,
      cwd,
    ),
  }));
}

export function resolveInstalls(posture: Needs): Installs {
  const { snapshot } = posture;
  const { home, cwd } = snapshot.target;
  const versionsOf = (packages: readonly InstalledPackage[]) =>
    new Map(packages.map(({ path, version }) => [resolvePath(path, home, cwd), version]));
  // Read when first asked for: the other checks of the records need no files.
  const versions: { [kind: string]: ReadonlyMap<string, string | undefined> } = {};
  return {
    // Looked up when asked for: what is said of hooks needs no plugins.
    get plugins() {
      return records(posture, 'plugins', 'extensions');
    },
    hooks: records(posture, 'hooks', 'hooks'),
    installedVersion: (kind, record) => {
      versions[kind] ??= versionsOf(
        kind === 'hooks'
          ? need(snapshot.hookPackages, 'hookPackages', [])
          : need(snapshot.plugins, 'plugins', NO_PLUGINS).packages,
      );
      return versions[kind].get(record.path);
    },
  };
}

/** `name@1.2.3`: a spec that means one version for ever. */
export function isExactlyPinned(spec: string): boolean {
  const text = spec.trim();
  const at = text.lastIndexOf('@');
  if (at <= 0) return false;
  return /^v?\d+\.\d+\.\d+(?:-[0-9a-z.-]+)?(?:\+[0-9a-z.-]+)?$/i.test(text.slice(at + 1).trim());
}
