import type { Secret } from '../config/secret.ts';
import type { ConfigSnapshot } from '../config/tree.ts';
import type { LiveFacts } from '../live/inspect.ts';
import type { Listener } from '../live/proc-net.ts';
import type { ProxyRoute } from '../live/proxies/route.ts';
import type { PublishedPort } from '../live/published.ts';
import type { ProbeResult } from '../live/result.ts';
import type { TailscaleRoute } from '../live/tailscale.ts';
import type { Tunnel } from '../live/tunnels.ts';
import type { Target } from '../locate/target.ts';
import type { ScannedCode } from './code-facts.ts';
import type { RoleFact, TranscriptDir } from './file-facts.ts';
import type { Part, Unmeasured } from './part.ts';
import type { InstalledPackage, PluginFacts } from './plugin-facts.ts';
import type { BindTarget, BrowserContainer, McpRegistry, SkillLinks } from './reach.ts';
import type { ExecApprovals, InstallRecords, PairingStore, StateDatabase } from './stored-facts.ts';
import type { SuppressionFile } from './suppression-facts.ts';
import type { VersionFacts } from './version-facts.ts';

/** A file that a setting names as the place of a secret (tokenFile, serviceAccountFile …). */
export interface SecretFile {
  readonly path: string;
  readonly state: 'present' | 'blank' | 'missing' | 'unreadable';
  readonly secret?: Secret;
}

/** What came of asking the running gateway (`--deep`). */
export interface GatewayProbe extends ProbeResult {
  /** Whether the files that it says it runs from are those that are audited; undefined when unknown. */
  readonly configIs?: 'audited' | 'another';
  readonly stateDirIs?: 'audited' | 'another';
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
