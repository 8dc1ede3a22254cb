import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'tools.exec.security_full_configured',
  severity: 'warn',
  needs: ['config', 'exec', 'exposure'],
  when: [['tools'], ['agents']],
  refs: ['CWE-78', 'ASI05'],
  text: {
    en: {
      title: 'Commands run without any approval',
      why: 'Whatever talks an agent into a command has it run as the user of the gateway, with nobody asked.',
      remedy: 'Set `tools.exec.mode` to `ask` or `allowlist` for `{agents}`.',
      full: 'Commands of `{agents}` run without approval.',
      open: 'Commands of `{agents}` run without approval, and anyone may talk to them: `{paths}`.',
    },
    ko: {
      title: '명령이 승인 없이 실행됩니다',
      why: '에이전트를 설득해 명령을 내리게 하면, 누구에게도 묻지 않고 게이트웨이 사용자 권한으로 실행됩니다.',
      remedy: '`{agents}`의 `tools.exec.mode`를 `ask` 또는 `allowlist`로 설정합니다.',
      full: '`{agents}`의 명령이 승인 없이 실행됩니다.',
      open: '`{agents}`의 명령이 승인 없이 실행되며, 누구나 말을 걸 수 있습니다: `{paths}`.',
    },
  },
  examples: {
    bad: [
      {
        config: '{ tools: { exec: { mode: "full" } } }',
        offending: '"full"',
        openclawVersion: '2026.9.6',
      },
      {
        config:
          '{ tools: { exec: { security: "full" } }, channels: { telegram: { dmPolicy: "open", allowFrom: ["*"] } } }',
        severity: 'critical',
        openclawVersion: '2026.9.6',
      },
      {
        config: '{ agents: { entries: { a: { tools: { exec: { mode: "full" } } } } } }',
        openclawVersion: '2026.9.6',
      },
    ],
    good: [
      { config: '{}', openclawVersion: '2026.9.6' },
      {
        config: '{ tools: { exec: { mode: "ask", security: "full" } } }',
        openclawVersion: '2026.9.6',
      },
    ],
  },
  *run({ config, exec, exposure }, report) {
    const full = exec.policies.filter(({ security }) => security === 'full');
    if (full.length === 0) return;
    const agents = full.map(({ label }) => label);
    const at = full.map(({ route }) => config.at(...route));
    const paths = exposure.openAnywhere.map(({ path }) => path);
    if (paths.length === 0) yield report('full', { agents }, at);
    else yield report('open', { agents, paths }, at, { severity: 'critical' });
  },
});
