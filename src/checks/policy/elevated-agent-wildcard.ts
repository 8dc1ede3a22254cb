import { child, isObject, textItems } from '../../posture/config.ts';
import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'policy.elevated_agent_wildcard',
  severity: 'warn',
  needs: ['config', 'agents', 'tools'],
  refs: ['CWE-269', 'CWE-862', 'ASI03'],
  text: {
    en: {
      title: 'An agent’s own list for elevated mode lets everyone through',
      why: 'An agent’s `elevated.allowFrom` is there to narrow the global list. With `*` it narrows nothing: one loose entry in the global list opens the host through this agent.',
      remedy:
        'Replace `*` in `tools.elevated.allowFrom` of this agent by the ids of the people who need it, or set its `tools.elevated.enabled` to `false`.',
      everyone: '`{path}` contains `*`.',
    },
    ko: {
      title: '에이전트의 elevated 허용 목록이 모든 사람을 통과시킵니다',
      why: '에이전트의 `elevated.allowFrom`은 전역 목록을 더 좁히기 위한 것입니다. `*`가 있으면 아무것도 좁히지 못하므로, 전역 목록이 조금만 느슨해져도 이 에이전트를 통해 호스트가 열립니다.',
      remedy:
        '이 에이전트의 `tools.elevated.allowFrom`에서 `*`를 꼭 필요한 사람의 ID로 바꾸거나 `tools.elevated.enabled`를 `false`로 설정하십시오.',
      everyone: '`{path}` 목록에 `*`가 있습니다.',
    },
  },
  examples: {
    bad: [
      {
        config: '{agents: {list: [{id: "w", tools: {elevated: {allowFrom: {discord: ["*"]}}}}]}}',
        offending: '["*"]',
      },
    ],
    good: [
      '{agents: {list: [{id: "w", tools: {elevated: {allowFrom: {discord: ["123"]}}}}]}}',
      '{agents: {list: [{id: "w", tools: {elevated: {enabled: false, allowFrom: {discord: ["*"]}}}}]}}',
      '{tools: {elevated: {enabled: false}}, agents: {list: [{id: "w", tools: {elevated: {allowFrom: {discord: ["*"]}}}}]}}',
    ],
  },
  *run({ config, agents, tools }, report) {
    if (!tools.elevated) return;
    for (const { index, label, entry } of agents.list) {
      const elevated = child(child(entry, 'tools'), 'elevated');
      const lists = child(elevated, 'allowFrom');
      if (index === undefined || child(elevated, 'enabled') === false || !isObject(lists)) continue;
      for (const provider of Object.keys(lists)) {
        if (!textItems(child(lists, provider)).includes('*')) continue;
        const rest = ['tools', 'elevated', 'allowFrom', provider];
        const path = `${agents.path}.${label}.${rest.join('.')}`;
        yield report('everyone', { path }, config.at('agents', 'list', index, ...rest), {
          subject: index,
        });
      }
    }
  },
});
