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
      why: 'With the sandbox off, there is nowhere to run `exec` safely: releases up to 2026.7 run it on the gateway’s host instead, with everything the gateway’s user may do; later ones refuse it, and the quick way out is to allow the host.',
      remedy:
        'Set `agents.defaults.sandbox.mode` to `all` (or `non-main`); if the host is meant, say so with `tools.exec.host: "gateway"` and keep exec approvals on.',
      unsandboxed:
        '`tools.exec.host` is `sandbox` while `agents.defaults.sandbox.mode` is `off`: commands run on the host.',
      refused:
        '`tools.exec.host` is `sandbox` while `agents.defaults.sandbox.mode` is `off`: every command is refused.',
    },
    ko: {
      title: '명령을 샌드박스에서 실행하도록 했지만 샌드박스가 없습니다',
      why: '샌드박스가 꺼져 있으면 `exec`를 안전하게 실행할 곳이 없습니다. 2026.7까지의 릴리스는 게이트웨이 호스트에서 게이트웨이 사용자 권한 그대로 실행하고, 이후 릴리스는 거부하므로 급히 호스트 실행을 허용하게 됩니다.',
      remedy:
        '`agents.defaults.sandbox.mode`를 `all`(또는 `non-main`)로 설정하십시오. 호스트 실행이 목적이라면 `tools.exec.host: "gateway"`로 명시하고 실행 승인을 켜 두십시오.',
      unsandboxed:
        '`tools.exec.host` 값은 `sandbox`인데 `agents.defaults.sandbox.mode` 값은 `off`입니다. 명령이 호스트에서 실행됩니다.',
      refused:
        '`tools.exec.host` 값은 `sandbox`인데 `agents.defaults.sandbox.mode` 값은 `off`입니다. 모든 명령이 거부됩니다.',
    },
  },
  examples: {
    bad: [
      { config: '{tools: {exec: {host: "sandbox"}}}', offending: '"sandbox"' },
      '{tools: {exec: {host: "sandbox"}}, agents: {defaults: {sandbox: {mode: "off"}}}}',
      { config: '{tools: {exec: {host: "sandbox"}}}', openclawVersion: '2026.9.6' },
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
    yield report(sandbox.failsClosed ? 'refused' : 'unsandboxed', {}, [
      config.at('tools', 'exec', 'host'),
      mode,
    ]);
  },
});
