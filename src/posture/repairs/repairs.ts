import { knowledgeOf } from '../../config/known-releases.ts';
import type { JsonValue } from '../../document/parse.ts';
import type { Route } from '../../document/route.ts';
import type { Posture } from '../posture.ts';
import { accessRepairs } from './access.ts';
import { closeGroups, type GroupClosing } from './groups.ts';

/** What `--fix` may put right, by subject. A check names the one that clears its findings. */
export type RepairKind =
  | 'state_dir'
  | 'config'
  | 'include'
  | 'credentials'
  | 'auth_profiles'
  | 'sessions_store'
  | 'transcripts'
  | 'unlisted_agent'
  | 'state_database'
  | 'redaction'
  | 'open_groups';

/** A file or directory that only its owner should reach: 600 for files, 700 for directories. */
export interface AccessRepair {
  readonly kind: RepairKind;
  /** Where the way to it starts; absolute. This directory may be a link, nothing below it may. */
  readonly root: string;
  /** Names from there down; none for the root itself. */
  readonly below: readonly string[];
  readonly type: 'file' | 'directory';
  /** Set when not the directory is meant, but each file in it with this ending. */
  readonly each?: string;
  /** Whether OpenClaw's own `--fix` does the same. */
  readonly byReference: boolean;
}

/** A setting that gets another value. */
export interface SettingRepair {
  readonly kind: RepairKind;
  readonly route: Route;
  /** What it must be now; undefined for a list that is empty or not written. */
  readonly from: string | undefined;
  readonly to: JsonValue;
  /** Key that a new setting is put behind. */
  readonly after?: string;
  /** As OpenClaw's own `--fix` puts it. */
  readonly change: string;
  readonly byReference: boolean;
  /** Set when people stop being answered. */
  readonly closes?: GroupClosing;
}

export type { GroupClosing };

/** Everything that `--fix` would do to this gateway, in OpenClaw's order; much of it may be done already. */
export interface Repairs {
  readonly access: readonly AccessRepair[];
  readonly settings: readonly SettingRepair[];
}

type Parts = Pick<Posture, 'config' | 'agents' | 'files' | 'snapshot'>;

export function resolveRepairs(parts: Parts): Repairs {
  return {
    access: accessRepairs(parts),
    settings: [...redaction(parts), ...closeGroups(parts)],
  };
}

function redaction({ config, snapshot }: Parts): readonly SettingRepair[] {
  const route = ['logging', 'redactSensitive'];
  const { judged, source } = snapshot.version;
  // Later releases refuse a config that has it. One that has it and names no release is an older one's.
  const unknown = knowledgeOf(judged).generation !== '2026.2' && source !== 'default';
  if (unknown || config.string(...route) !== 'off') return [];
  return [
    {
      kind: 'redaction',
      route,
      from: 'off',
      to: 'tools',
      change: 'logging.redactSensitive=off -> "tools"',
      byReference: true,
    },
  ];
}
