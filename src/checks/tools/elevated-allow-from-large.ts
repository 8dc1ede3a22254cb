import { defineCheck } from '../define.ts';
import { elevatedSenders, MANY_SENDERS } from './elevated-senders.ts';

const senders = (count: number) => JSON.stringify(Array.from({ length: count }, (_, i) => `u${i}`));

export default defineCheck({
  id: 'tools.elevated.allowFrom.{provider}.large',
  severity: 'warn',
  needs: ['config', 'tools'],
  when: [['tools']],
  refs: ['CWE-269', 'ASI03'],
  text: {
    en: {
      title: 'Many people on {provider} may run commands outside the sandbox',
      why: 'Each of these accounts, and whoever takes one of them over, can have commands run on the host itself. Nobody reviews a list of this length.',
      remedy:
        'Shorten `tools.elevated.allowFrom.{provider}` to the people who need commands on the host; the others keep the sandbox.',
      many: '`{path}` has {count} entries (more than {limit}).',
    },
    ko: {
      title: '{provider}에서 샌드박스 밖 명령 실행이 허용된 사람이 너무 많습니다',
      why: '이 계정 중 하나라도 탈취되면 호스트에서 직접 명령이 실행될 수 있습니다. 이렇게 긴 목록은 제대로 검토되지 않습니다.',
      remedy:
        '`tools.elevated.allowFrom.{provider}`에는 호스트에서 명령을 실행해야 하는 사람만 남기십시오. 나머지는 샌드박스로 충분합니다.',
      many: '`{path}` 목록의 항목이 {count}개입니다(기준 {limit}개 초과).',
    },
  },
  examples: {
    bad: [`{tools: {elevated: {allowFrom: {discord: ${senders(26)}}}}}`],
    good: [
      `{tools: {elevated: {allowFrom: {discord: ${senders(25)}}}}}`,
      `{tools: {elevated: {enabled: false, allowFrom: {discord: ${senders(26)}}}}}`,
    ],
  },
  *run({ config, tools }, report) {
    for (const { provider, entries, everyone, subject } of elevatedSenders({ config, tools })) {
      if (everyone || entries.length <= MANY_SENDERS) continue;
      const route = ['tools', 'elevated', 'allowFrom', provider];
      const args = { provider, path: route.join('.'), count: entries.length, limit: MANY_SENDERS };
      yield report('many', args, config.at(...route), { subject });
    }
  },
});
