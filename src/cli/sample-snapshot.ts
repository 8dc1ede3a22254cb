import type { Snapshot } from '../gather/snapshot.ts';

/** A small snapshot with something of everything, for tests. */
export const SNAPSHOT: Snapshot = {
  format: 1,
  tool: '1.2.3',
  takenAt: 1,
  host: { platform: 'linux', uid: 0 },
  target: {
    home: '/h',
    stateDir: '/h/.openclaw',
    stateDirFrom: 'default',
    configPath: '/h/.openclaw/openclaw.json',
    configFrom: 'default',
    credentialsDir: '/h/.openclaw/credentials',
    cwd: '/h',
  },
  version: { judged: '2026.2.24', rules: '2026.2.24', source: 'default' },
  config: {
    status: 'ok',
    value: {
      generation: '2026.2',
      files: [{ path: '/h/.openclaw/openclaw.json', text: '{}', positions: true }],
      tree: { gateway: { auth: { token: { $secret: { length: 3, id: 1, kind: 'literal' } } } } },
      origins: { at: { file: 0, route: [] }, children: { gateway: {} } },
      issues: [],
      envReferences: [],
      missing: false,
      unreadable: false,
    },
  },
  env: { values: { PATH: '/bin' }, source: { PATH: 'process' } },
  files: { status: 'failed', reason: 'timeout' },
  transcripts: { status: 'absent' },
  pairing: { status: 'ok', value: [] },
  secretFiles: { status: 'ok', value: [] },
  linkedAccounts: { status: 'ok', value: ['a'] },
  plugins: { status: 'absent' },
  hookPackages: { status: 'absent' },
  approvals: { status: 'absent' },
  installRecords: {
    status: 'ok',
    value: { path: '/h/s.sqlite', plugins: [{ id: 'p', hasIntegrity: true }], hooks: [] },
  },
  stateDatabase: {
    status: 'ok',
    value: { path: '/h/s.sqlite', schema: 18, credentials: { device_auth_tokens: 1 } },
  },
  mcpRegistry: { status: 'absent' },
  bindTargets: { status: 'absent' },
  skillLinks: { status: 'absent' },
  containers: { status: 'absent' },
  gatewayProbe: {
    status: 'ok',
    value: {
      url: 'ws://127.0.0.1:18789',
      outcome: 'auth_refused',
      error: 'unauthorized',
      close: { code: 1008, reason: 'unauthorized' },
      version: '2026.2.24',
      configPath: '/srv/openclaw.json',
      stateDir: '/srv',
      stateDirFrom: 'sessions',
      authMode: 'token',
      configIs: 'another',
      stateDirIs: 'audited',
    },
  },
  live: {
    status: 'ok',
    value: {
      requests: [
        {
          ...{ id: 'tools_bare', transport: 'http', method: 'POST', credential: 'none' },
          ...{ url: 'http://127.0.0.1:18789/tools/invoke', headers: {} },
          ...{ verdict: 'refused', status: 401 },
        },
      ],
      missingHeaders: ['X-Frame-Options'],
      disclosures: [{ id: 'browser_control', what: 'stack_trace' }],
      tls: {
        ...{ protocol: 'TLSv1.3', notAfter: 1, trusted: false, names: ['gw.example.org'] },
        misnamed: [{ host: 'other.example.org', setting: 'remote_url' }],
      },
    },
  },
  tailnet: { status: 'ok', value: [{ port: 443, target: 18789, funnel: false }] },
  published: {
    status: 'ok',
    value: [{ container: 'gateway', host: '0.0.0.0', port: 18789, inner: 18789 }],
  },
  tunnels: { status: 'ok', value: [{ program: 'ngrok', uid: 1000, port: 18789 }] },
  proxies: {
    status: 'ok',
    value: [
      {
        software: 'nginx',
        file: '/etc/nginx/nginx.conf',
        line: 9,
        port: 18789,
        forwardedFor: 'appended',
        realIp: 'passed',
        host: 'client',
        overwritten: ['x-forwarded-proto'],
      },
    ],
  },
  listeners: {
    status: 'ok',
    value: [{ address: '127.0.0.1', port: 18789, uid: 1000, process: 'node' }],
  },
  code: {
    status: 'ok',
    value: [
      {
        kind: 'plugin',
        name: 'demo',
        path: '/h/.openclaw/extensions/demo',
        files: 2,
        hits: [{ rule: 'eval', level: 'critical', file: 'index.js', line: 3 }],
        escapingEntries: [],
        hiddenEntries: ['.hidden/index.js'],
      },
    ],
  },
  unmeasured: [{ part: 'files', reason: 'too_many', subject: '/h' }],
};
