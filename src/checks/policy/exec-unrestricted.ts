import { child } from '../../posture/config.ts';
import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'policy.exec_unrestricted',
  severity: 'warn',
  needs: ['config', 'agents', 'tools'],
  refs: ['CWE-78', 'CWE-862', 'ASI05'],
  text: {
    en: {
      title: 'Agents run any command on the host without asking',
      why: 'With `security: "full"` and `ask: "off"`, one message, page or file that misleads the agent is enough to run a command with the rights of the gateway.',
      remedy:
        'Set `tools.exec.security` to `allowlist` and `tools.exec.ask` to `on-miss`, or put the agents into a sandbox with `sandbox.mode: "all"`.',
      unrestricted:
        '`tools.exec.security` is `full`, `tools.exec.ask` is `off` and the sandbox is not `all`: `{contexts}`.',
    },
    ko: {
      title: '에이전트가 승인 없이 호스트에서 모든 명령을 실행합니다',
      why: '`security: "full"`에 `ask: "off"`이면 에이전트를 속이는 메시지, 웹 페이지, 파일 하나만으로 게이트웨이 권한의 명령이 실행됩니다.',
      remedy:
        '`tools.exec.security`를 `allowlist`로, `tools.exec.ask`를 `on-miss`로 설정하거나, `sandbox.mode: "all"`로 에이전트를 샌드박스에 넣으십시오.',
      unrestricted:
        '`tools.exec.security` 값이 `full`, `tools.exec.ask` 값이 `off`이고 샌드박스가 `all`이 아닌 곳: `{contexts}`.',
    },
  },
  examples: {
    bad: [
      { config: '{tools: {exec: {security: "full", ask: "off"}}}', offending: '"full"' },
      '{tools: {exec: {ask: "off"}}, agents: {defaults: {sandbox: {mode: "all"}}, list: [{id: "w", sandbox: {mode: "non-main"}, tools: {exec: {security: "full"}}}]}}',
    ],
    good: [
      '{}',
      '{tools: {exec: {security: "full", ask: "on-miss"}}}',
      '{tools: {exec: {security: "allowlist", ask: "off"}}}',
      '{tools: {exec: {security: "full", ask: "off"}}, agents: {defaults: {sandbox: {mode: "all"}}}}',
      '{tools: {exec: {security: "full", ask: "off"}, deny: ["exec"]}}',
      '{tools: {exec: {security: "full", ask: "off"}}, agents: {list: [{id: "w", tools: {exec: {ask: "always"}}}]}}',
    ],
  },
  *run({ config, agents, tools }, report) {
    // Without listed agents the defaults are what runs.
    const contexts = agents.list.length > 0 ? agents.list.map(tools.of) : [tools.defaults];
    const found = contexts.flatMap(({ agent, label, sandboxMode, allows }) => {
      const setting = (key: string) => {
        const own = child(child(child(agent?.entry, 'tools'), 'exec'), key);
        return typeof own === 'string' && agent?.index !== undefined
          ? { value: own, at: config.at('agents', 'list', agent.index, 'tools', 'exec', key) }
          : {
              value: config.string('tools', 'exec', key),
              at: config.at('tools', 'exec', key),
            };
      };
      const [security, ask] = [setting('security'), setting('ask')];
      const unrestricted = security.value === 'full' && ask.value === 'off';
      if (!unrestricted || sandboxMode === 'all' || !allows('exec')) return [];
      return [{ label, places: [security.at, ask.at] }];
    });
    if (found.length === 0) return;
    yield report(
      'unrestricted',
      { contexts: found.map(({ label }) => label) },
      found.flatMap(({ places }) => places),
    );
  },
});
