import type { Secret } from '../config/secret.ts';
import type { Access, FileKind, RoleFact, TranscriptDir } from '../gather/file-facts.ts';
import type { Part, Reason, Unmeasured } from '../gather/part.ts';
import type { InstalledPackage, PluginDir, PluginFacts } from '../gather/plugin-facts.ts';
import type { BindTarget, BrowserContainer, McpRegistry, SkillLinks } from '../gather/reach.ts';
import type { AuthOverride, EnvFacts, SecretFile, Snapshot } from '../gather/snapshot.ts';
import type { ExecApprovals, PairingStore } from '../gather/stored-facts.ts';
import type { Target } from '../locate/target.ts';
import { config, secret } from './config-shape.ts';
import { installRecords, managedPlugin, stateDatabase } from './database-shape.ts';
import { gatewayProbe, listener, liveFacts, scannedCode } from './deep-shape.ts';
import {
  bool,
  exactly,
  type Guard,
  list,
  nullable,
  number,
  oneOf,
  optional,
  record,
  shape,
  tagged,
  text,
  yes,
} from './shape.ts';
import { suppressionFile } from './suppression-shape.ts';
import { version } from './version-shape.ts';
import { proxyRoute, publishedPort, tailscaleRoute, tunnel } from './ways-shape.ts';

const reason = oneOf<Reason>({
  timeout: true,
  deadline: true,
  unreadable: true,
  not_a_file: true,
  not_a_directory: true,
  too_large: true,
  too_many: true,
  malformed: true,
  failed: true,
  unsupported: true,
});

function part<T>(value: Guard<T>): Guard<Part<T>> {
  return tagged<Part<T>>('status', {
    ok: shape<Extract<Part<T>, { status: 'ok' }>>({ status: oneOf({ ok: true }), value }),
    absent: shape<Extract<Part<T>, { status: 'absent' }>>({ status: oneOf({ absent: true }) }),
    failed: shape<Extract<Part<T>, { status: 'failed' }>>({
      status: oneOf({ failed: true }),
      reason,
      detail: optional(text),
    }),
  });
}

const fileKind = oneOf<FileKind>({
  file: true,
  directory: true,
  symlink: true,
  fifo: true,
  socket: true,
  device: true,
  other: true,
});

const file = shape<RoleFact>({
  path: text,
  kind: fileKind,
  mode: number,
  sticky: optional(yes),
  access: shape<Access>({ groupRead: bool, groupWrite: bool, worldRead: bool, worldWrite: bool }),
  acl: optional(list(text)),
  uid: number,
  gid: number,
  size: number,
  links: number,
  target: optional(
    shape<NonNullable<RoleFact['target']>>({ path: text, kind: optional(fileKind) }),
  ),
  role: oneOf<RoleFact['role']>({
    state_dir: true,
    config: true,
    include: true,
    credentials_dir: true,
    credentials_file: true,
    auth_profiles: true,
    sessions_store: true,
    unlisted_agent_file: true,
    log: true,
    dotenv: true,
    config_backup: true,
    exec_approvals: true,
    state_database: true,
    secret_file: true,
    identity: true,
    parent_dir: true,
    suppressions: true,
    extensions_dir: true,
    workspace: true,
    workspace_file: true,
  }),
  agent: optional(text),
});

const transcripts = shape<TranscriptDir>({
  path: text,
  agent: text,
  total: number,
  groupRead: number,
  groupWrite: number,
  worldRead: number,
  worldWrite: number,
  symlinks: number,
  foreignOwner: number,
  examples: list(text),
});

const installed = shape<InstalledPackage>({
  path: text,
  name: optional(text),
  version: optional(text),
});

const plugins = shape<PluginFacts>({
  extensionsDir: text,
  dirs: list(
    shape<PluginDir>({
      name: text,
      path: text,
      manifestId: optional(text),
      entry: oneOf<PluginDir['entry']>({ directory: true, symlink: true, file: true }),
      version: optional(text),
    }),
  ),
  packages: list(installed),
  managed: optional(list(managedPlugin)),
});

const policy = {
  security: optional(text),
  ask: optional(text),
  autoAllowSkills: optional(bool),
};

const target = shape<Target>({
  home: text,
  stateDir: text,
  stateDirFrom: oneOf<Target['stateDirFrom']>({
    flag: true,
    env: true,
    profile: true,
    default: true,
    legacy: true,
  }),
  configPath: text,
  configFrom: oneOf<Target['configFrom']>({
    flag: true,
    env: true,
    'state-dir': true,
    default: true,
    legacy: true,
  }),
  profile: optional(text),
  credentialsDir: text,
  cwd: text,
});

const textOrSecret: Guard<string | Secret> = (value, at, fault): value is string | Secret =>
  typeof value === 'string' || secret(value, at, fault);

/** A snapshot as this release writes it. A field added to the type must be added here to compile. */
export const snapshotShape: Guard<Snapshot> = shape<Snapshot>({
  format: exactly(1),
  tool: text,
  takenAt: number,
  host: shape<Snapshot['host']>({ platform: text, uid: nullable(number) }),
  target,
  version,
  authOverride: optional(
    shape<AuthOverride>({
      mode: oneOf<AuthOverride['mode']>({
        none: true,
        token: true,
        password: true,
        'trusted-proxy': true,
      }),
      token: optional(secret),
      password: optional(secret),
    }),
  ),
  config: part(config),
  upgrade: optional(shape<NonNullable<Snapshot['upgrade']>>({ version: text, config })),
  env: shape<EnvFacts>({
    values: record(textOrSecret),
    source: record(
      oneOf<EnvFacts['source'][string]>({ process: true, dotenv: true, config: true }),
    ),
  }),
  files: part(list(file)),
  transcripts: part(list(transcripts)),
  pairing: part(
    list(
      shape<PairingStore>({
        channel: text,
        account: optional(text),
        path: text,
        entries: list(text),
      }),
    ),
  ),
  secretFiles: part(
    list(
      shape<SecretFile>({
        path: text,
        state: oneOf<SecretFile['state']>({
          present: true,
          blank: true,
          missing: true,
          unreadable: true,
        }),
        secret: optional(secret),
      }),
    ),
  ),
  linkedAccounts: part(list(text)),
  plugins: part(plugins),
  installRecords: part(installRecords),
  hookPackages: part(list(installed)),
  bindTargets: part(list(shape<BindTarget>({ path: text, real: text }))),
  skillLinks: part(
    list(
      shape<SkillLinks>({
        workspace: text,
        escapes: list(shape<SkillLinks['escapes'][number]>({ path: text, target: text })),
        truncated: optional(yes),
      }),
    ),
  ),
  mcpRegistry: part(
    shape<McpRegistry>({ path: text, servers: list(text), failure: optional(reason) }),
  ),
  approvals: part(
    shape<ExecApprovals>({
      path: text,
      defaults: shape<ExecApprovals['defaults']>(policy),
      agents: record(shape<ExecApprovals['agents'][string]>({ ...policy, allowlist: list(text) })),
    }),
  ),
  stateDatabase: part(stateDatabase),
  containers: part(
    list(
      shape<BrowserContainer>({
        name: text,
        configHash: optional(text),
        configEpoch: optional(text),
        published: list(
          shape<BrowserContainer['published'][number]>({
            container: text,
            host: text,
            port: number,
          }),
        ),
      }),
    ),
  ),
  suppressions: optional(part(suppressionFile)),
  gatewayProbe: part(gatewayProbe),
  live: part(liveFacts),
  listeners: part(list(listener)),
  tailnet: part(list(tailscaleRoute)),
  published: part(list(publishedPort)),
  tunnels: part(list(tunnel)),
  proxies: part(list(proxyRoute)),
  code: part(list(scannedCode)),
  unmeasured: list(
    shape<Unmeasured>({ part: text, reason, subject: optional(text), detail: optional(text) }),
  ),
});
