import type { Report, ReportedFinding } from '../judge/report.ts';

/** Texts of two made-up checks, for the tests of the renderers. */
export const SAMPLE_CHECKS = [
  {
    id: 'gateway.open',
    text: {
      en: {
        title: 'Gateway accepts anyone on the network',
        why: 'Everyone who reaches the port can use every tool of every agent, as you.',
        remedy: 'Set `gateway.bind` to `loopback`.',
        exposed: '`{path}` is `{value}`, seen by `{names}`.',
      },
      ko: {
        title: '게이트웨이가 네트워크의 누구에게나 열려 있습니다',
        why: '포트에 접근할 수 있는 사람은 누구나 모든 에이전트의 모든 도구를 사용할 수 있습니다.',
        remedy: '`gateway.bind`를 `loopback`으로 설정하십시오.',
        exposed: '`{path}` 값이 `{value}`이며 `{names}`에서 보입니다.',
      },
    },
  },
  {
    id: 'summary.plain',
    text: {
      en: { title: 'Summary', why: '', note: 'Nothing else.' },
      ko: { title: '요약', why: '', note: '그 밖에는 없습니다.' },
    },
  },
];

const SNIPPET = '  "bind": "lan", // for the "office"';

export const OPEN: ReportedFinding = {
  checkId: 'gateway.open',
  check: 'gateway.open',
  severity: 'critical',
  message: 'exposed',
  args: { path: 'gateway.bind', value: 'lan', names: ['eth0', '/home/ann/net'] },
  remedy: 'remedy',
  locations: [
    {
      file: '/home/ann/.openclaw/openclaw.json',
      path: 'gateway.bind',
      line: 3,
      column: 11,
      start: 20,
      end: 25,
      snippet: SNIPPET,
      snippetStart: 10,
      snippetLength: 5,
    },
  ],
  fingerprint: '00000000000001',
};

export const NOTE: ReportedFinding = {
  checkId: 'summary.plain',
  check: 'summary.plain',
  severity: 'info',
  message: 'note',
  args: {},
  remedy: null,
  locations: [],
  fingerprint: '00000000000002',
};

export const SAMPLE: Report = {
  ts: 1_700_000_000_000,
  tool: { name: 'openclaw-security', version: '1.2.3' },
  target: {
    home: '/home/ann',
    stateDir: '/home/ann/.openclaw',
    stateDirFrom: 'default',
    configPath: '/home/ann/.openclaw/openclaw.json',
    configFrom: 'default',
    credentialsDir: '/home/ann/.openclaw/credentials',
    cwd: '/home/ann',
  },
  version: { judged: '2026.2.24', rules: '2026.2.24', source: 'config', configRecord: '2026.2.24' },
  suppressed: [],
  secretDiagnostics: [],
  advisories: { date: '2023-11-01', ageDays: 13, release: '2026.2.24' },
  summary: { critical: 1, warn: 0, info: 1 },
  findings: [NOTE, OPEN],
  unmeasured: [
    {
      part: 'containers',
      reason: 'timeout',
      detail: 'docker ps',
      checks: ['sandbox.one', 'sandbox.two'],
    },
    { part: 'files', reason: 'unreadable', subject: '/home/ann/.openclaw/x', checks: [] },
  ],
  decided: 80,
};
