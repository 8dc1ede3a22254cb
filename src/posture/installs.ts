import type { Route } from '../document/route.ts';
import type { InstalledPackage, PluginFacts } from '../gather/snapshot.ts';
import { need } from './missing.ts';
import { resolvePath } from './posix-path.ts';
import type { Posture } from './posture.ts';

/** What OpenClaw wrote down when it installed a plugin or a hook pack. */
interface InstallRecord {
  readonly id: string;
  readonly route: Route;
  readonly npm: boolean;
  /** Undefined when none is recorded; credentials in it are masked already. */
  readonly spec: string | undefined;
  readonly hasIntegrity: boolean;
  readonly recordedVersion: string | undefined;
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

function records(
  { config, snapshot }: Needs,
  route: Route,
  folder: string,
): readonly InstallRecord[] {
  const { home, stateDir, cwd } = snapshot.target;
  return config.keys(...route).flatMap((id) => {
    const at = [...route, id];
    if (!config.object(...at)) return [];
    const written = config.trimmed(...at, 'installPath');
    return [
      {
        id,
        route: at,
        npm: config.string(...at, 'source') === 'npm',
        spec: config.string(...at, 'spec'),
        hasIntegrity: config.trimmed(...at, 'integrity') !== undefined,
        recordedVersion:
          config.trimmed(...at, 'resolvedVersion') ?? config.trimmed(...at, 'version'),
        path: resolvePath(written ?? `${stateDir}/${folder}/${id}`, home, cwd),
      },
    ];
  });
}

export function resolveInstalls(posture: Needs): Installs {
  const { snapshot } = posture;
  const { home, cwd } = snapshot.target;
  const versionsOf = (packages: readonly InstalledPackage[]) =>
    new Map(packages.map(({ path, version }) => [resolvePath(path, home, cwd), version]));
  const none: PluginFacts = { extensionsDir: '', dirs: [], packages: [] };
  // Read when first asked for: the other checks of the records need no files.
  const versions: { [kind: string]: ReadonlyMap<string, string | undefined> } = {};
  return {
    plugins: records(posture, ['plugins', 'installs'], 'extensions'),
    hooks: records(posture, ['hooks', 'internal', 'installs'], 'hooks'),
    installedVersion: (kind, record) => {
      versions[kind] ??= versionsOf(
        kind === 'hooks'
          ? need(snapshot.hookPackages, 'hookPackages', [])
          : need(snapshot.plugins, 'plugins', none).packages,
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
