import { weaknesses, weaknessesByReference } from '../../posture/model-names.ts';
import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'models.weak_tier',
  severity: 'warn',
  needs: ['models', 'config'],
  when: [['agents']],
  refs: ['CWE-1104', 'ASI01'],
  text: {
    en: {
      title: 'Models that are easier to trick are configured',
      why: 'Small tiers and older generations follow instructions hidden in messages, pages and files more readily, and an agent acts on them with its tools.',
      remedy:
        'Use a current model of the highest tier wherever the agent has tools or reads what strangers write, `agents.defaults.model.fallbacks` included; keep weaker ones for agents with `tools.profile: "minimal"`.',
      weak: '`{models}`.',
    },
    ko: {
      title: '속이기 쉬운 모델이 설정되어 있습니다',
      why: '작은 등급이나 이전 세대의 모델은 메시지, 웹 페이지, 파일에 숨겨진 지시를 더 쉽게 따르고, 에이전트는 그 지시를 도구로 실행합니다.',
      remedy:
        '도구를 쓰거나 낯선 사람의 글을 읽는 에이전트에는 `agents.defaults.model.fallbacks`까지 포함해 현재 세대의 최상위 등급 모델을 쓰십시오. 약한 모델은 `tools.profile: "minimal"`인 에이전트에만 쓰십시오.',
      weak: '해당 모델: `{models}`.',
    },
  },
  examples: {
    bad: [
      {
        config:
          '{agents: {defaults: {model: {primary: "openai/gpt-5", fallbacks: ["openai/gpt-4o"]}}}}',
        offending: '"openai/gpt-4o"',
      },
      '{agents: {defaults: {model: "anthropic/claude-haiku-4-5"}}}',
      '{agents: {list: [{id: "w", model: "anthropic/claude-opus-4-1"}]}}',
      '{agents: {defaults: {model: "anthropic/claude-3-5-sonnet-20241022"}}}',
      '{agents: {defaults: {model: "anthropic/claude-3-7-sonnet"}}}',
      '{agents: {defaults: {model: "azure/gpt4o"}}}',
      { config: '{agents: {defaults: {model: "openai/gpt-6"}}}', compat: true },
      { config: '{agents: {defaults: {model: "openai/gpt-oss-120b"}}}', compat: true },
    ],
    good: [
      '{agents: {defaults: {model: "openai/gpt-5.2"}}}',
      '{agents: {defaults: {model: "openai/gpt-6"}}}',
      '{agents: {defaults: {model: "openai/gpt-50"}}}',
      '{agents: {defaults: {model: "openai/gpt-oss-120b"}}}',
      '{agents: {defaults: {model: {primary: "anthropic/claude-opus-4.5", fallbacks: ["anthropic/claude-opus-5", "vertex/claude-opus-4-5@20251101", "vendor/claude-latest"]}}}}',
      { config: '{agents: {defaults: {model: "anthropic/claude-3-5-sonnet"}}}', compat: true },
    ],
  },
  departures: {
    read_versions: {
      reference:
        'Takes every GPT name but `gpt-5…` for older than GPT-5 (`gpt-6`, `gpt-oss-120b`), and takes `claude-3-5-sonnet` and `claude-3-7-sonnet` for Claude 4.5 or newer.',
      why: 'Version numbers are read and compared; a name without one is unknown, which is not the same as weak.',
      source: 'https://github.com/openclaw/openclaw/issues/10521',
    },
  },
  *run({ models, config }, report, departs) {
    const reasonsOf = departs('read_versions') ? weaknesses : weaknessesByReference;
    const found = models.uses.flatMap((use) => {
      const reasons = reasonsOf(use.id);
      if (reasons.length === 0) return [];
      return [{ text: `${use.id} (${use.source}, ${reasons.join(', ')})`, route: use.route }];
    });
    if (found.length === 0) return;
    yield report(
      'weak',
      { models: found.map(({ text }) => text) },
      found.map(({ route }) => config.at(...route)),
    );
  },
});
