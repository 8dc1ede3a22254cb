import { formatRoute } from '../../document/route.ts';
import { defineCheck } from '../define.ts';
import { needKnownRelease } from './issues.ts';

export default defineCheck({
  id: 'config.ineffective.agent_sandbox_browser',
  severity: 'info',
  needs: ['config', 'agents', 'sandbox', 'snapshot'],
  when: [['agents']],
  refs: ['https://docs.openclaw.ai/gateway/sandboxing'],
  text: {
    en: {
      title: 'Sandbox browser settings of an agent are ignored',
      why: 'With the scope `shared` all agents use one sandbox browser, set up by `agents.defaults.sandbox.browser`: restrictions written for a single agent protect nothing.',
      remedy:
        'Move the settings to `agents.defaults.sandbox.browser`, or set `sandbox.scope` of the agent to `agent` or `session`.',
      ignored: '`{path}` has no effect: the sandbox of agent `{agent}` is shared',
    },
    ko: {
      title: '에이전트의 샌드박스 브라우저 설정이 무시됩니다',
      why: '범위가 `shared`이면 모든 에이전트가 `agents.defaults.sandbox.browser`로 설정된 샌드박스 브라우저 하나를 함께 사용합니다. 한 에이전트에만 쓴 제한은 아무것도 보호하지 않습니다.',
      remedy:
        '설정을 `agents.defaults.sandbox.browser`로 옮기거나, 에이전트의 `sandbox.scope`를 `agent` 또는 `session`으로 지정하십시오.',
      ignored: '`{path}` 설정은 효력이 없습니다. `{agent}` 에이전트의 샌드박스는 공유됩니다',
    },
  },
  examples: {
    bad: [
      {
        config:
          '{agents: {defaults: {sandbox: {scope: "shared"}}, list: [{id: "a", sandbox: {browser: {cdpSourceRange: "10.0.0.1/32"}}}]}}',
        offending: '{cdpSourceRange: "10.0.0.1/32"}',
      },
      '{agents: {list: [{id: "a", sandbox: {perSession: false, browser: {enabled: false}}}]}}',
    ],
    good: [
      '{agents: {list: [{id: "a", sandbox: {browser: {enabled: true}}}]}}',
      '{agents: {defaults: {sandbox: {scope: "shared", browser: {enabled: true}}}, list: [{id: "a"}]}}',
      '{agents: {defaults: {sandbox: {scope: "shared"}}, list: [{id: "a", sandbox: {browser: {}}}]}}',
    ],
  },
  *run({ config, agents, sandbox, snapshot }, report) {
    for (const agent of agents.list) {
      if (agent.index === undefined || sandbox.of(agent).scope !== 'shared') continue;
      const route = ['agents', 'list', agent.index, 'sandbox', 'browser'];
      if (config.keys(...route).length === 0) continue;
      needKnownRelease(snapshot);
      const args = { path: formatRoute(route), agent: agent.label };
      yield report('ignored', args, config.at(...route));
    }
  },
});
