import { legacyFamily, legacyFamilyByReference } from '../../posture/model-names.ts';
import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'models.legacy',
  severity: 'warn',
  needs: ['models', 'config'],
  when: [['agents']],
  refs: ['CWE-1104', 'ASI01'],
  text: {
    en: {
      title: 'Models of a retired generation are configured',
      why: 'Models of these families fall for instructions hidden in messages, pages and files far more often than current ones, and their vendors no longer improve them.',
      remedy:
        'Write a current model at the place shown, such as the newest one your provider offers for `agents.defaults.model.primary`.',
      retired: '`{models}`.',
    },
    ko: {
      title: '퇴역한 세대의 모델이 설정되어 있습니다',
      why: '이 계열의 모델은 메시지, 웹 페이지, 파일에 숨겨진 지시에 최신 모델보다 훨씬 쉽게 속으며, 공급자도 더 이상 개선하지 않습니다.',
      remedy:
        '표시된 위치에 현재 세대의 모델을 쓰십시오. 예를 들어 `agents.defaults.model.primary`에는 사용 중인 공급자의 최신 모델을 지정합니다.',
      retired: '해당 모델: `{models}`.',
    },
  },
  examples: {
    bad: [
      {
        config: '{agents: {defaults: {model: "openai/gpt-3.5-turbo"}}}',
        offending: '"openai/gpt-3.5-turbo"',
      },
      '{agents: {list: [{id: "w", model: {primary: "openai/gpt-5", fallbacks: ["anthropic/claude-2.1"]}}]}}',
      '{agents: {defaults: {imageModel: "GPT-4-0613"}}}',
      '{agents: {defaults: {model: "google/gemini-1.5-pro"}}}',
    ],
    good: [
      '{agents: {defaults: {model: "openai/gpt-5"}}}',
      '{agents: {defaults: {model: "anthropic/claude-opus-4-6"}}}',
      { config: '{agents: {defaults: {model: "google/gemini-1.5-pro"}}}', compat: true },
    ],
  },
  departures: {
    more_families: {
      reference: 'Knows GPT-3.5, Claude 2 and two GPT-4 snapshots only.',
      why: 'Gemini 1 is retired as well, and Azure writes GPT-3.5 as `gpt-35-turbo`.',
      source: 'OpenClaw 2026.2.24, observed',
    },
  },
  *run({ models, config }, report, departs) {
    const familyOf = departs('more_families') ? legacyFamily : legacyFamilyByReference;
    const found = models.uses.flatMap((use) => {
      const family = familyOf(use.id);
      return family ? [{ text: `${use.id} (${use.source}, ${family})`, route: use.route }] : [];
    });
    if (found.length === 0) return;
    yield report(
      'retired',
      { models: found.map(({ text }) => text) },
      found.map(({ route }) => config.at(...route)),
    );
  },
});
