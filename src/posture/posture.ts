import type { ScannedCode } from '../gather/code-facts.ts';
import type { TranscriptDir } from '../gather/file-facts.ts';
import type { BrowserContainer, SkillLinks } from '../gather/reach.ts';
import type { GatewayProbe, Snapshot } from '../gather/snapshot.ts';
import type { ExecApprovals } from '../gather/stored-facts.ts';
import { type Advisories, resolveAdvisories } from './advisories.ts';
import type { AdvisoryTable } from './advisory-table.ts';
import { type Agents, resolveAgents } from './agents.ts';
import { type Auth, resolveAuth } from './auth.ts';
import { type Browser, resolveBrowser } from './browser.ts';
import { type Channels, resolveChannels } from './channels.ts';
import { type ConfigView, resolveConfig } from './config.ts';
import { type DangerousFlags, resolveDangerousFlags } from './dangerous-flags.ts';
import { type EnvView, resolveEnv } from './env.ts';
import { type Exec, resolveExec } from './exec.ts';
import { type Exposure, resolveExposure } from './exposure.ts';
import { type Files, resolveFiles } from './files.ts';
import { type Gateway, resolveGateway } from './gateway.ts';
import { type Hooks, resolveHooks } from './hooks.ts';
import { type HostPaths, resolveHostPaths } from './host-paths.ts';
import { type Installs, resolveInstalls } from './installs.ts';
import { type GatewayListener, type Live, resolveListeners, resolveLive } from './live.ts';
import { type Mcp, resolveMcp } from './mcp.ts';
import { MissingPart, need } from './missing.ts';
import { type Models, resolveModels } from './models.ts';
import { type Nodes, resolveNodes } from './nodes.ts';
import { type Plugins, resolvePlugins } from './plugins.ts';
import { type ReleaseFacts, resolveRelease } from './release-facts.ts';
import { resolveSandbox, type Sandbox } from './sandbox.ts';
import type { Suppressed } from './suppressed.ts';
import { resolveSuppressions, type Suppressions } from './suppressions.ts';
import { resolveTools, type Tools } from './tools.ts';
import { resolveTrust, type Trust } from './trust.ts';
import { resolveWays, type Ways } from './ways.ts';

/** What the settings and files mean. Each part is worked out when first read, and once. */
export interface Posture {
  readonly snapshot: Snapshot;
  readonly config: ConfigView;
  readonly env: EnvView;
  readonly files: Files;
  readonly auth: Auth;
  readonly gateway: Gateway;
  readonly nodes: Nodes;
  readonly hostPaths: HostPaths;
  readonly skillLinks: readonly SkillLinks[];
  readonly exec: Exec;
  readonly mcp: Mcp;
  readonly trust: Trust;
  readonly dangerousFlags: DangerousFlags;
  readonly hooks: Hooks;
  readonly browser: Browser;
  readonly agents: Agents;
  readonly sandbox: Sandbox;
  readonly tools: Tools;
  readonly models: Models;
  readonly channels: Channels;
  readonly exposure: Exposure;
  readonly plugins: Plugins;
  readonly installs: Installs;
  readonly transcripts: readonly TranscriptDir[];
  readonly approvals: ExecApprovals | undefined;
  readonly containers: readonly BrowserContainer[];
  /** Undefined without `--deep`. */
  readonly gatewayProbe: GatewayProbe | undefined;
  readonly live: Live;
  readonly listeners: readonly GatewayListener[];
  readonly ways: Ways;
  /** Empty without `--deep`. */
  readonly code: readonly ScannedCode[];
  readonly advisories: Advisories;
  readonly release: ReleaseFacts;
  readonly suppressions: Suppressions;
  /** Only for checks that run when all others have. */
  readonly suppressed: Suppressed;
}

/** What is known of the world beside the snapshot. */
export interface Knowledge {
  /** Newer than those that came with this program. */
  readonly advisories?: AdvisoryTable;
  /** Undefined as long as it is not known. */
  readonly suppressed?: () => Suppressed | undefined;
}

const RESOLVERS: {
  readonly [K in keyof Posture]: (posture: Posture, knowledge: Knowledge) => Posture[K];
} = {
  snapshot: ({ snapshot }) => snapshot,
  config: ({ snapshot }) => resolveConfig(snapshot),
  env: ({ snapshot }) => resolveEnv(snapshot),
  files: ({ snapshot }) => resolveFiles(snapshot),
  auth: resolveAuth,
  gateway: resolveGateway,
  nodes: resolveNodes,
  hostPaths: resolveHostPaths,
  skillLinks: ({ snapshot }) => need(snapshot.skillLinks, 'skillLinks', []),
  exec: resolveExec,
  mcp: resolveMcp,
  trust: resolveTrust,
  dangerousFlags: resolveDangerousFlags,
  hooks: resolveHooks,
  browser: resolveBrowser,
  agents: resolveAgents,
  sandbox: resolveSandbox,
  tools: resolveTools,
  models: resolveModels,
  channels: resolveChannels,
  exposure: resolveExposure,
  plugins: resolvePlugins,
  installs: resolveInstalls,
  transcripts: ({ snapshot }) => need(snapshot.transcripts, 'transcripts', []),
  approvals: ({ snapshot }) =>
    need<ExecApprovals | undefined>(snapshot.approvals, 'approvals', undefined),
  containers: ({ snapshot }) => need(snapshot.containers, 'containers', []),
  gatewayProbe: ({ snapshot }) =>
    need<GatewayProbe | undefined>(snapshot.gatewayProbe, 'gatewayProbe', undefined),
  live: resolveLive,
  listeners: resolveListeners,
  ways: resolveWays,
  code: ({ snapshot }) => need(snapshot.code, 'code', []),
  release: resolveRelease,
  advisories: (posture, { advisories }) => resolveAdvisories(posture, advisories),
  suppressions: resolveSuppressions,
  suppressed: (_, { suppressed }) => {
    const known = suppressed?.();
    if (known === undefined) throw new MissingPart('suppressed');
    return known;
  },
};

/** Reads a snapshot; parts that were not measured throw MissingPart when they are asked for. */
export function readPosture(snapshot: Snapshot, knowledge: Knowledge = {}): Posture {
  const posture = { snapshot };
  for (const [name, resolve] of Object.entries(RESOLVERS)) {
    if (name === 'snapshot') continue;
    let known: { readonly value: unknown } | undefined;
    Object.defineProperty(posture, name, {
      enumerable: true,
      get: () => {
        known ??= { value: (resolve as (p: unknown, k: Knowledge) => unknown)(posture, knowledge) };
        return known.value;
      },
    });
  }
  return posture as Posture;
}
