import type { ConfigValue } from '../../src/config/tree.ts';
import type { Snapshot } from '../../src/gather/snapshot.ts';

/** A snapshot of a host on which nothing is, with this config; any part can be replaced. */
export function makeSnapshot(tree: ConfigValue, parts: Partial<Snapshot> = {}): Snapshot {
  const absent = { status: 'absent' } as const;
  return {
    format: 1,
    tool: 'test',
    takenAt: 0,
    host: { platform: 'linux', uid: 1000 },
    target: {
      home: '/home/mina',
      stateDir: '/home/mina/.openclaw',
      stateDirFrom: 'default',
      configPath: '/home/mina/.openclaw/openclaw.json',
      configFrom: 'default',
      credentialsDir: '/home/mina/.openclaw/credentials',
      cwd: '/home/mina',
    },
    version: { judged: '2026.2.24', rules: '2026.2.24', source: 'default' },
    config: {
      status: 'ok',
      value: {
        generation: '2026.2',
        files: [],
        tree,
        origins: {},
        issues: [],
        envReferences: [],
        missing: false,
        unreadable: false,
      },
    },
    env: { values: {}, source: {} },
    files: absent,
    transcripts: absent,
    pairing: absent,
    secretFiles: absent,
    linkedAccounts: absent,
    plugins: absent,
    hookPackages: absent,
    approvals: absent,
    installRecords: absent,
    stateDatabase: absent,
    mcpRegistry: absent,
    bindTargets: absent,
    skillLinks: absent,
    containers: absent,
    gatewayProbe: absent,
    live: absent,
    listeners: absent,
    tailnet: absent,
    published: absent,
    tunnels: absent,
    proxies: absent,
    code: absent,
    unmeasured: [],
    ...parts,
  };
}
