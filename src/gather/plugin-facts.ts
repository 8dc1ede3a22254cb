import type { ManagedPlugin } from './managed-plugins.ts';

export interface PluginDir {
  /** Name of the directory below `<state>/extensions`. */
  readonly name: string;
  readonly path: string;
  /** `id` of openclaw.plugin.json when it is there and readable. */
  readonly manifestId?: string;
  readonly entry: 'directory' | 'symlink' | 'file';
  /** From package.json. */
  readonly version?: string;
}

/** What is installed at the place an install record points to. Keyed by that place. */
export interface InstalledPackage {
  readonly path: string;
  readonly name?: string;
  readonly version?: string;
}

export interface PluginFacts {
  readonly extensionsDir: string;
  readonly dirs: readonly PluginDir[];
  readonly packages: readonly InstalledPackage[];
  /** Set where the release looks for them. */
  readonly managed?: readonly ManagedPlugin[];
}
