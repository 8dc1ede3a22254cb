import { child } from '../../posture/config.ts';
import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'tools.profile_minimal_overridden',
  severity: 'warn',
  needs: ['config', 'agents'],
  when: [['tools']],
  refs: ['CWE-269', 'ASI02'],
  text: {
    en: {
      title: 'Agents have more tools than the minimal profile set for all',
      why: 'The global `minimal` profile looks like a limit for every agent, but an agent’s own `tools.profile` replaces it.',
      remedy:
        'Remove `tools.profile` from these agents, or set it to `minimal`; where more tools are needed, list them one by one in the agent’s `tools.alsoAllow`.',
      overridden: '`tools.profile` is `minimal`, but `{overrides}`.',
    },
    ko: {
      title: '일부 에이전트가 전체에 설정된 minimal 프로필보다 많은 도구를 가집니다',
      why: '전역 `minimal` 프로필이 모든 에이전트를 제한하는 것처럼 보이지만, 에이전트에 `tools.profile`이 있으면 그 값이 대신 적용됩니다.',
      remedy:
        '해당 에이전트의 `tools.profile`을 삭제하거나 `minimal`로 설정하십시오. 도구가 더 필요하면 그 에이전트의 `tools.alsoAllow`에 하나씩 적으십시오.',
      overridden: '`tools.profile` 값은 `minimal`이지만 다음 에이전트는 다릅니다: `{overrides}`.',
    },
  },
  examples: {
    bad: [
      {
        config:
          '{tools: {profile: "minimal"}, agents: {list: [{id: "w", tools: {profile: "full"}}]}}',
        offending: '"full"',
      },
    ],
    good: [
      '{tools: {profile: "minimal"}, agents: {list: [{id: "w", tools: {profile: "minimal"}}, {id: "x"}]}}',
      '{tools: {profile: "coding"}, agents: {list: [{id: "w", tools: {profile: "full"}}]}}',
    ],
  },
  *run({ config, agents }, report) {
    if (config.string('tools', 'profile') !== 'minimal') return;
    const found = agents.list.flatMap(({ index, label, entry }) => {
      const profile = child(child(entry, 'tools'), 'profile');
      if (index === undefined || typeof profile !== 'string' || profile === 'minimal') return [];
      const at = config.at('agents', 'list', index, 'tools', 'profile');
      return [{ text: `${agents.path}.${label}=${profile}`, at }];
    });
    if (found.length === 0) return;
    yield report(
      'overridden',
      { overrides: found.map(({ text }) => text) },
      found.map(({ at }) => at),
    );
  },
});
