import type { Secret } from '../config/secret.ts';
import type { ReadFailure } from '../config/source.ts';
import type { ConfigSnapshot } from '../config/tree.ts';
import type { LiveFacts } from '../live/inspect.ts';
import type { Listener } from '../live/proc-net.ts';
import type { ProxyRoute } from '../live/proxies/route.ts';
import type { PublishedPort } from '../live/published.ts';
import type { ProbeResult } from '../live/result.ts';
import type { TailscaleRoute } from '../live/tailscale.ts';
import type { Tunnel } from '../live/tunnels.ts';
import type { Target } from '../locate/target.ts';
import type { Behaviour } from './behaviour.ts';
import type { BindTarget, BrowserContainer, McpRegistry, SkillLinks } from './reach.ts';

export type { BrowserContainer };

import type { ManagedPlugin } from './managed-plugins.ts';
import type { InstallRecords, StateDatabase } from './stored-facts.ts';
import type { VersionFacts } from './version-facts.ts';

/** Why a part could not be measured. Worded in `report/`. */
export type Reason = ReadFailure;

/** One collector's result. Data that is missing is never taken for data that is fine. */
export type Part<T> =
  | { readonly status: 'ok'; readonly value: T }
  | { readonly status: 'absent' }
  | { readonly status: 'failed'; readonly reason: Reason; readonly detail?: string };

/** Something that hit a bound or could not be read while the rest of its part was fine. */
export interface Unmeasured {
  /** Name of the collector: files, transcripts, containers … */
  readonly part: string;
  readonly reason: Reason;
  /** The path, command or setting concerned. */
  readonly subject?: string;
  readonly detail?: string;
}

export type FileKind = 'file' | 'directory' | 'symlink' | 'fifo' | 'socket' | 'device' | 'other';

/** Who may do what, in terms that hold on POSIX and Windows alike. */
export interface Access {
  readonly groupRead: boolean;
  readonly groupWrite: boolean;
  readonly worldRead: boolean;
  readonly worldWrite: boolean;
}

export interface FileFact {
  readonly path: string;
  readonly kind: FileKind;
  /** Low nine bits of the file itself, or of the target when it is a link that leads somewhere. */
  readonly mode: number;
  /** Set on directories where only its owner may rename or remove an entry, such as `/tmp`. */
  readonly sticky?: true;
  readonly access: Access;
  /** On Windows, the untrusted entries of the ACL as `SID:rights`. */
  readonly acl?: readonly string[];
  readonly uid: number;
  readonly gid: number;
  readonly size: number;
  readonly links: number;
  /** For a symlink: what it points to; `kind` undefined when it dangles. */
  readonly target?: { readonly path: string; readonly kind?: FileKind };
}

export type FileRole =
  | 'state_dir'
  | 'config'
  | 'include'
  | 'credentials_dir'
  | 'credentials_file'
  | 'auth_profiles'
  | 'sessions_store'
  /** Either of the two above, of an agent that is on disk and not in the config. */
  | 'unlisted_agent_file'
  | 'log'
  | 'dotenv'
  | 'config_backup'
  | 'exec_approvals'
  /** `state/openclaw.sqlite` and what SQLite keeps beside it. */
  | 'state_database'
  /** Holds secrets or keys of its own: `secrets.json`, the key of the config journal. */
  | 'secret_file'
  | 'identity'
  | 'parent_dir'
  | 'suppressions'
  | 'extensions_dir'
  | 'workspace'
  | 'workspace_file';

/** A file and why we looked at it. `agent` is the normalised agent id where the role has one. */
export interface RoleFact extends FileFact {
  readonly role: FileRole;
  readonly agent?: string;
}

/** Transcripts are counted per directory: a gateway may hold hundreds of thousands. */
export interface TranscriptDir {
  readonly path: string;
  readonly agent: string;
  readonly total: number;
  readonly groupRead: number;
  readonly groupWrite: number;
  readonly worldRead: number;
  readonly worldWrite: number;
  readonly symlinks: number;
  readonly foreignOwner: number;
  /** Up to five paths of files that others can read or write. */
  readonly examples: readonly string[];
}

/** Approved senders: `<credentials>/<channel>[-<account>]-allowFrom.json`, or rows of the database. */
export interface PairingStore {
  readonly channel: string;
  readonly account?: string;
  /** The file or the database. */
  readonly path: string;
  /** Trimmed entries; blanks dropped, `*` kept. */
  readonly entries: readonly string[];
}

/** A file that a setting names as the place of a secret (tokenFile, serviceAccountFile …). */
export interface SecretFile {
  readonly path: string;
  readonly state: 'present' | 'blank' | 'missing' | 'unreadable';
  readonly secret?: Secret;
}

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

export interface ExecApprovals {
  /** The file or the database. */
  readonly path: string;
  readonly defaults: {
    readonly security?: string;
    readonly ask?: string;
    readonly autoAllowSkills?: boolean;
  };
  readonly agents: {
    readonly [id: string]: {
      readonly security?: string;
      readonly ask?: string;
      readonly autoAllowSkills?: boolean;
      readonly allowlist: readonly string[];
    };
  };
}

/** An entry as written; without fields when it is no object. Lines and columns count from 1. */
export interface WrittenSuppression {
  readonly line?: number;
  readonly column?: number;
  readonly fields?: readonly {
    readonly name: string;
    /** Absent when the value is no text. */
    readonly text?: string;
    readonly line?: number;
    readonly column?: number;
  }[];
}

/** `security-suppressions.json5` beside the config. */
export interface SuppressionFile {
  readonly path: string;
  readonly entries: readonly WrittenSuppression[];
  /** Why there are no entries. */
  readonly problem?: {
    readonly code: 'syntax' | 'no_list' | 'too_many';
    readonly line?: number;
    readonly column?: number;
  };
}

/** What came of asking the running gateway (`--deep`). */
export interface GatewayProbe extends ProbeResult {
  /** Whether the files that it says it runs from are those that are audited; undefined when unknown. */
  readonly configIs?: 'audited' | 'another';
  readonly stateDirIs?: 'audited' | 'another';
}

/** One place in code that a rule of OpenClaw's own scan speaks of. */
export interface CodeHit {
  readonly rule: string;
  readonly level: 'critical' | 'warn';
  /** Relative to the scanned directory. */
  readonly file: string;
  readonly line: number;
}

/** A plugin or skill whose code was read (`--deep`). */
export interface ScannedCode {
  readonly kind: 'plugin' | 'skill';
  readonly name: string;
  readonly path: string;
  readonly files: number;
  /** What the rules of OpenClaw's own scan meet. */
  readonly hits: readonly CodeHit[];
  readonly behaviour?: Behaviour;
  /** Why the walk broke off, when it did. */
  readonly failed?: string;
  /** Why package.json names no entries although it is there, where the release says so. */
  readonly manifestError?: string;
  /** Entries of `openclaw.extensions` that lead out of the directory, and those that are hidden. */
  readonly escapingEntries: readonly string[];
  readonly hiddenEntries: readonly string[];
  /** Set when the reference does not read this: a shadowed skill, a linked plugin … */
  readonly only?: 'default';
  /** Set for what comes with OpenClaw itself. */
  readonly bundled?: true;
}

/** Which of the variables that matter are set (non-blank), and to what, secrets replaced. */
export interface EnvFacts {
  readonly values: { readonly [name: string]: string | Secret };
  /** Where each value came from: the process, or `.env` beside the config. */
  readonly source: { readonly [name: string]: 'process' | 'dotenv' | 'config' };
}

/** `--auth`: how the gateway is taken to authenticate, whatever is configured. */
export interface AuthOverride {
  readonly mode: 'none' | 'token' | 'password' | 'trusted-proxy';
  readonly token?: Secret;
  readonly password?: Secret;
}

/** Plain JSON: everything that was seen, secrets replaced, and what could not be seen. */
export interface Snapshot {
  readonly format: 1;
  readonly tool: string;
  /** Milliseconds since the epoch. */
  readonly takenAt: number;
  readonly host: { readonly platform: string; readonly uid: number | null };
  readonly target: Target;
  readonly version: VersionFacts;
  readonly authOverride?: AuthOverride;
  readonly config: Part<ConfigSnapshot>;
  /** Only with `--upgrade-to`: the same config as that release reads it. */
  readonly upgrade?: { readonly version: string; readonly config: ConfigSnapshot };
  readonly env: EnvFacts;
  readonly files: Part<readonly RoleFact[]>;
  readonly transcripts: Part<readonly TranscriptDir[]>;
  readonly pairing: Part<readonly PairingStore[]>;
  readonly secretFiles: Part<readonly SecretFile[]>;
  /** WhatsApp accounts whose credentials are on disk. */
  readonly linkedAccounts: Part<readonly string[]>;
  readonly plugins: Part<PluginFacts>;
  /** Absent when the config holds them. */
  readonly installRecords: Part<InstallRecords>;
  readonly hookPackages: Part<readonly InstalledPackage[]>;
  readonly approvals: Part<ExecApprovals>;
  /** Absent when the release judged keeps its state in files. */
  readonly stateDatabase: Part<StateDatabase>;
  readonly mcpRegistry: Part<McpRegistry>;
  readonly bindTargets: Part<readonly BindTarget[]>;
  readonly skillLinks: Part<readonly SkillLinks[]>;
  readonly containers: Part<readonly BrowserContainer[]>;
  readonly suppressions?: Part<SuppressionFile>;
  /** Absent without `--deep`. */
  readonly gatewayProbe: Part<GatewayProbe>;
  readonly live: Part<LiveFacts>;
  /** On the ports that a gateway of this config may use. */
  readonly listeners: Part<readonly Listener[]>;
  /** Ways by which others reach the gateway's ports; absent without `--deep`. */
  readonly tailnet: Part<readonly TailscaleRoute[]>;
  readonly published: Part<readonly PublishedPort[]>;
  readonly tunnels: Part<readonly Tunnel[]>;
  readonly proxies: Part<readonly ProxyRoute[]>;
  readonly code: Part<readonly ScannedCode[]>;
  readonly unmeasured: readonly Unmeasured[];
}
