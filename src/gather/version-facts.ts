import type { InstalledRelease } from './installed-release.ts';

/** Which OpenClaw release the gateway is taken for, and how that was found. */
export interface VersionFacts {
  readonly judged: string;
  /** The known release whose meaning is applied; `judged` itself when that one is known. */
  readonly rules: string;
  readonly source: 'flag' | 'config' | 'installed' | 'default';
  /** `meta.lastTouchedVersion` of the config, when present. */
  readonly configRecord?: string;
  /** The OpenClaw that is on this host. */
  readonly installed?: InstalledRelease;
}
