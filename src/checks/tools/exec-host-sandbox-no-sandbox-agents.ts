import { child } from '../../posture/config.ts';
import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'tools.exec.host_sandbox_no_sandbox_agents',
  severity: 'warn',
  needs: ['config', 'agents', 'sandbox'],
  when: [['agents']],
  refs: ['CWE-1188', 'ASI05'],
  text: {
    en: {
      title: 'Agents are told to use the sandbox, but have none',
      why: 'With the sandbox off, there is nowhere to run the `exec` tool of these agents safely: releases up to 2026.7 run it on the gateway’s host instead, with everything the gateway’s user may do; later ones refuse it, and the quick way out is to allow the host.',
      remedy:
        'Set `sandbox.mode` of these agents to `all` (or `non-main`); if the host is meant, say so with `tools.exec.host: "gateway"` and keep exec approvals on.',
      unsandboxed:
        '`tools.exec.host` is `sandbox` while the sandbox mode is `off`, so commands run on the host: `{agents}`.',
      refused:
        '`tools.exec.host` is `sandbox` while the sandbox mode is `off`, so every command is refused: `{agents}`.',
    },
    ko: {
      title: '에이전트가 샌드박스를 쓰도록 되어 있지만 샌드박스가 없습니다',
      why: '샌드박스가 꺼져 있으면 해당 에이전트의 `exec`를 안전하게 실행할 곳이 없습니다. 2026.7까지의 릴리스는 게이트웨이 호스트에서 게이트웨이 사용자 권한 그대로 실행하고, 이후 릴리스는 거부하므로 급히 호스트 실행을 허용하게 됩니다.',
      remedy:
        '해당 에이전트의 `sandbox.mode`를 `all`(또는 `non-main`)로 설정하십시오. 호스트 실행이 목적이라면 `tools.exec.host: "gateway"`로 명시하고 실행 승인을 켜 두십시오.',
      unsandboxed:
        '`tools.exec.host` 값은 `sandbox`인데 샌드박스 모드가 `off`여서 명령이 호스트에서 실행되는 에이전트: `{agents}`.',
      refused:
        '`tools.exec.host` 값은 `sandbox`인데 샌드박스 모드가 `off`여서 모든 명령이 거부되는 에이전트: `{agents}`.',
    },
  },
  examples: {
    bad: [
      {
        config: '{agents: {list: [{id: "w", tools: {exec: {host: "sandbox"}}}]}}',
        offending: '"sandbox"',
      },
      '{agents: {defaults: {sandbox: {mode: "all"}}, list: [{id: "w", sandbox: {mode: "off"}, tools: {exec: {host: "sandbox"}}}]}}',
    ],
    good: [
      '{agents: {list: [{id: "w", sandbox: {mode: "all"}, tools: {exec: {host: "sandbox"}}}]}}',
      '{tools: {exec: {host: "sandbox"}}, agents: {list: [{id: "w"}]}}',
    ],
  },
  *run({ config, agents, sandbox }, report) {
    const found = agents.list.filter(
      (agent) =>
        child(child(child(agent.entry, 'tools'), 'exec'), 'host') === 'sandbox' &&
        sandbox.of(agent).mode === 'off',
    );
    if (found.length === 0) return;
    yield report(
      sandbox.failsClosed ? 'refused' : 'unsandboxed',
      { agents: found.map((agent) => agent.label) },
      found.map(({ index }) => config.at('agents', 'list', index ?? 0, 'tools', 'exec', 'host')),
    );
  },
});
