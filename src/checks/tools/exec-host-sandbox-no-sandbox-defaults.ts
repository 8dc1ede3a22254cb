import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'tools.exec.host_sandbox_no_sandbox_defaults',
  severity: 'warn',
  needs: ['config', 'sandbox'],
  when: [['tools']],
  refs: ['CWE-1188', 'ASI05'],
  text: {
    en: {
      title: 'Commands are meant for the sandbox, but there is none',
      why: 'With the sandbox off, `exec` runs on the gateway’s host instead, with everything the gateway’s user may do.',
      remedy:
        'Set `agents.defaults.sandbox.mode` to `all` (or `non-main`); if the host is meant, say so with `tools.exec.host: "gateway"` and keep exec approvals on.',
      unsandboxed: '`tools.exec.host` is `sandbox` while `agents.defaults.sandbox.mode` is `off`.',
    },
    ko: {
      title: '명령을 샌드박스에서 실행하도록 했지만 샌드박스가 없습니다',
      why: '샌드박스가 꺼져 있으면 `exec`는 게이트웨이 호스트에서 게이트웨이 사용자 권한 그대로 실행됩니다.',
      remedy:
        '`agents.defaults.sandbox.mode`를 `all`(또는 `non-main`)로 설정하십시오. 호스트 실행이 목적이라면 `tools.exec.host: "gateway"`로 명시하고 실행 승인을 켜 두십시오.',
      unsandboxed:
        '`tools.exec.host` 값은 `sandbox`인데 `agents.defaults.sandbox.mode` 값은 `off`입니다.',
    },
  },
  examples: {
    bad: [
      { config: '{tools: {exec: {host: "sandbox"}}}', offending: '"sandbox"' },
      '{tools: {exec: {host: "sandbox"}}, agents: {defaults: {sandbox: {mode: "off"}}}}',
    ],
    good: [
      '{}',
      '{tools: {exec: {host: "gateway"}}}',
      '{tools: {exec: {host: "sandbox"}}, agents: {defaults: {sandbox: {mode: "non-main"}}}}',
    ],
  },
  *run({ config, sandbox }, report) {
    if (config.string('tools', 'exec', 'host') !== 'sandbox') return;
    if (sandbox.defaults.mode !== 'off') return;
    const mode = config.at(...sandbox.defaults.modeRoute);
    yield report('unsandboxed', {}, [config.at('tools', 'exec', 'host'), mode]);
  },
});
