import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'security.trust_model.cross_agent_session_access_default',
  severity: 'info',
  needs: ['config', 'trust'],
  when: [['agents']],
  refs: ['CWE-653', 'ASI03'],
  text: {
    en: {
      title: 'Agents may look into the sessions of other agents',
      why: 'What one agent was told, another one can read and answer: a message that takes over the weakest reaches all.',
      remedy:
        'Set `tools.sessions.visibility` to `self`, or `tools.agentToAgent.enabled` to `false`, unless the agents belong together.',
      plain: 'Sessions of all agents are in reach of `{agents}`.',
      apart:
        'Sessions of all agents are in reach of `{agents}`, although these settings keep them apart: `{signs}`.',
    },
    ko: {
      title: '에이전트가 다른 에이전트의 세션을 볼 수 있습니다',
      why: '한 에이전트에게 한 말을 다른 에이전트가 읽고 답할 수 있습니다. 가장 약한 에이전트를 장악한 메시지가 모두에게 닿습니다.',
      remedy:
        '에이전트들이 서로 공유하는 관계가 아니라면 `tools.sessions.visibility`를 `self`로, 또는 `tools.agentToAgent.enabled`를 `false`로 설정합니다.',
      plain: '`{agents}` 에이전트가 모든 에이전트의 세션에 접근할 수 있습니다.',
      apart:
        '이 설정들이 에이전트를 분리하는데도 `{agents}` 에이전트가 모든 에이전트의 세션에 접근할 수 있습니다: `{signs}`.',
    },
  },
  examples: {
    bad: [
      {
        config: '{ agents: { ownership: "explicit", entries: { a: {}, b: {} } } }',
        openclawVersion: '2026.9.6',
      },
      {
        config:
          '{ agents: { ownership: "explicit", entries: { a: { tools: { deny: ["exec"] } }, b: {} } } }',
        severity: 'warn',
        openclawVersion: '2026.9.6',
      },
    ],
    good: [
      { config: '{ agents: { entries: { a: {} } } }', openclawVersion: '2026.9.6' },
      {
        config:
          '{ agents: { ownership: "explicit", entries: { a: {}, b: {} } }, tools: { agentToAgent: { enabled: false } } }',
        openclawVersion: '2026.9.6',
      },
      {
        config:
          '{ agents: { ownership: "explicit", entries: { a: {}, b: {} } }, tools: { sessions: { visibility: "self" } } }',
        openclawVersion: '2026.9.6',
      },
    ],
  },
  *run({ config, trust: { acrossAgents, boundaries: signs } }, report) {
    if (acrossAgents.length === 0) return;
    const agents = acrossAgents.map(({ label }) => label);
    const at = config.at('tools', 'sessions', 'visibility');
    if (signs.length === 0) yield report('plain', { agents }, at);
    else yield report('apart', { agents, signs }, at, { severity: 'warn' });
  },
});
