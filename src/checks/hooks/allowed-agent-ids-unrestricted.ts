import { defineCheck } from '../define.ts';
import { CUSTOM_LOOPBACK, isRemote } from '../gateway/reach.ts';

export default defineCheck({
  id: 'hooks.allowed_agent_ids_unrestricted',
  severity: 'critical',
  needs: ['config', 'hooks', 'gateway'],
  when: [['hooks']],
  refs: ['CWE-862'],
  departures: { custom_loopback: CUSTOM_LOOPBACK },
  text: {
    en: {
      title: 'Webhook callers may address every agent',
      why: 'Whoever has the webhook token chooses the agent with the most powerful tools.',
      remedy: 'Set `hooks.allowedAgentIds` to the agents that webhooks are meant for, or to `[]`.',
      all: '`hooks.allowedAgentIds` names no agents, or `*`.',
    },
    ko: {
      title: '웹훅 호출자가 모든 에이전트를 지정할 수 있습니다',
      why: '웹훅 토큰을 가진 사람은 가장 강력한 도구를 가진 에이전트를 고릅니다.',
      remedy: '`hooks.allowedAgentIds`에 웹훅을 받을 에이전트만 적거나 `[]`로 설정합니다.',
      all: '`hooks.allowedAgentIds`에 지정된 에이전트가 없거나 `*`입니다.',
    },
  },
  examples: {
    bad: [
      {
        config:
          '{ gateway: { bind: "lan" }, hooks: { enabled: true, allowedAgentIds: ["a", "*"] } }',
        offending: '["a", "*"]',
        openclawVersion: '2026.9.6',
      },
      { config: '{ hooks: { enabled: true } }', severity: 'warn', openclawVersion: '2026.9.6' },
    ],
    good: [
      { config: '{ hooks: { enabled: true, allowedAgentIds: [] } }', openclawVersion: '2026.9.6' },
      {
        config: '{ hooks: { enabled: true, allowedAgentIds: ["a"] } }',
        openclawVersion: '2026.9.6',
      },
      { config: '{ hooks: { enabled: false } }', openclawVersion: '2026.9.6' },
    ],
  },
  *run({ config, hooks, gateway }, report, departs) {
    if (!hooks.enabled || hooks.allowedAgents) return;
    const severity = isRemote(gateway, departs('custom_loopback')) ? 'critical' : 'warn';
    yield report('all', {}, config.at('hooks', 'allowedAgentIds'), { severity });
  },
});
