import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'security.exposure.open_channels_with_exec',
  severity: 'warn',
  needs: ['config', 'exec', 'exposure'],
  when: [['channels']],
  refs: ['CWE-284', 'ASI01', 'ASI05'],
  departures: {
    runtime_default: {
      reference: 'Takes exec for denied where nothing is written.',
      why: 'What is not written is `full` on the host when the gateway runs: the audit judges another default than the one that holds.',
      source: 'OpenClaw 2026.9.6, observed',
    },
  },
  text: {
    en: {
      title: 'Anyone may talk to agents that run commands',
      why: 'A stranger needs one message that persuades the agent to run what he wants.',
      remedy:
        'Set `groupPolicy` or `dmPolicy` at each place shown to `allowlist` or `pairing`, or `tools.exec.mode` to `deny`.',
      open: 'Open to anyone: `{paths}`. Commands may be run by `{agents}`.',
    },
    ko: {
      title: '명령을 실행하는 에이전트에게 누구나 말을 걸 수 있습니다',
      why: '낯선 사람이 에이전트를 설득하는 메시지 하나면 원하는 명령을 실행시킬 수 있습니다.',
      remedy:
        '표시된 위치의 `groupPolicy`나 `dmPolicy`를 `allowlist` 또는 `pairing`으로 바꾸거나, `tools.exec.mode`를 `deny`로 설정합니다.',
      open: '누구에게나 열린 곳: `{paths}`. 명령을 실행할 수 있는 에이전트: `{agents}`.',
    },
  },
  examples: {
    bad: [
      {
        config:
          '{ tools: { exec: { mode: "allowlist" } }, channels: { telegram: { dmPolicy: "open", allowFrom: ["*"] } } }',
        offending: '"open"',
        openclawVersion: '2026.9.6',
      },
      {
        config:
          '{ tools: { exec: { mode: "full" } }, channels: { telegram: { groups: { "-1": { groupPolicy: "open" } } } } }',
        severity: 'critical',
        openclawVersion: '2026.9.6',
      },
      {
        config: '{ channels: { telegram: { dmPolicy: "open", allowFrom: ["*"] } } }',
        severity: 'critical',
        openclawVersion: '2026.9.6',
      },
    ],
    good: [
      {
        config:
          '{ tools: { exec: { mode: "deny" } }, channels: { telegram: { dmPolicy: "open", allowFrom: ["*"] } } }',
        openclawVersion: '2026.9.6',
      },
      { config: '{ tools: { exec: { mode: "full" } } }', openclawVersion: '2026.9.6' },
      {
        config: '{ channels: { telegram: { dmPolicy: "open", allowFrom: ["*"] } } }',
        compat: true,
        openclawVersion: '2026.9.6',
      },
    ],
  },
  *run({ config, exec, exposure }, report, departs) {
    const open = exposure.openAnywhere;
    const runtime = departs('runtime_default');
    const level = (policy: (typeof exec.policies)[number]) =>
      runtime ? policy.runtimeSecurity : policy.security;
    const able = exec.policies.filter((policy) => level(policy) !== 'deny');
    if (open.length === 0 || able.length === 0) return;
    yield report(
      'open',
      { paths: open.map(({ path }) => path), agents: able.map(({ label }) => label) },
      open.map(({ route }) => config.at(...route)),
      { severity: able.some((policy) => level(policy) === 'full') ? 'critical' : 'warn' },
    );
  },
});
