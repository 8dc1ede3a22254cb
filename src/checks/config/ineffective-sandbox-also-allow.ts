import type { Route } from '../../document/route.ts';
import { formatRoute } from '../../document/route.ts';
import { defineCheck } from '../define.ts';
import { needKnownRelease } from './issues.ts';

const LIST = ['tools', 'sandbox', 'tools', 'alsoAllow'];

export default defineCheck({
  id: 'config.ineffective.sandbox_also_allow',
  severity: 'info',
  needs: ['config', 'agents', 'snapshot'],
  when: [['tools'], ['agents']],
  refs: ['https://docs.openclaw.ai/gateway/sandbox-vs-tool-policy-vs-elevated'],
  text: {
    en: {
      title: 'Additional sandbox tools are ignored',
      why: 'OpenClaw 2026.2 accepts `alsoAllow` for the tools of a sandbox but never reads it: the agent lacks tools it was meant to have, which tempts to switch the sandbox off.',
      remedy: 'List every tool that the sandbox needs in `allow` of the same section.',
      ignored: '`{path}` has no effect; it names `{tools}`',
    },
    ko: {
      title: '추가한 샌드박스 도구가 무시됩니다',
      why: 'OpenClaw 2026.2는 샌드박스 도구의 `alsoAllow`를 받아들이지만 읽지는 않습니다. 에이전트에 주려던 도구가 없어 샌드박스를 끄고 싶어지게 됩니다.',
      remedy: '샌드박스에 필요한 모든 도구를 같은 섹션의 `allow`에 나열하십시오.',
      ignored: '`{path}` 설정은 효력이 없습니다. 나열된 도구: `{tools}`',
    },
  },
  examples: {
    bad: [
      { config: '{tools: {sandbox: {tools: {alsoAllow: ["browser"]}}}}', offending: '["browser"]' },
      '{agents: {list: [{id: "a", tools: {sandbox: {tools: {alsoAllow: ["cron", "message"]}}}}]}}',
    ],
    good: [
      '{tools: {alsoAllow: ["browser"], sandbox: {tools: {allow: ["read"]}}}}',
      '{tools: {sandbox: {tools: {alsoAllow: []}}}}',
    ],
  },
  *run({ config, agents, snapshot }, report) {
    const places: Route[] = [LIST];
    for (const { index } of agents.list)
      if (index !== undefined) places.push(['agents', 'list', index, ...LIST]);
    for (const route of places) {
      const tools = config.strings(...route);
      if (tools.length === 0) continue;
      needKnownRelease(snapshot);
      yield report('ignored', { path: formatRoute(route), tools }, config.at(...route));
    }
  },
});
