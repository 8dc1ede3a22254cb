import { defineCheck } from '../define.ts';
import { elevatedSenders } from './elevated-senders.ts';

export default defineCheck({
  id: 'tools.elevated.allowFrom.{provider}.wildcard',
  severity: 'critical',
  needs: ['config', 'tools'],
  when: [['tools']],
  refs: ['CWE-269', 'CWE-862', 'ASI03'],
  text: {
    en: {
      title: 'Everyone on {provider} may run commands outside the sandbox',
      why: 'Elevated mode takes the agent’s commands out of the sandbox and onto the host. With `*`, any sender of the channel can switch it on.',
      remedy:
        'Replace `*` in `tools.elevated.allowFrom.{provider}` by the ids of the people who need it, or set `tools.elevated.enabled` to `false`.',
      everyone: '`{path}` contains `*`.',
    },
    ko: {
      title: '{provider}의 모든 사람이 샌드박스 밖에서 명령을 실행할 수 있습니다',
      why: 'elevated 모드는 에이전트의 명령을 샌드박스가 아닌 호스트에서 실행합니다. `*`가 있으면 이 채널의 누구나 켤 수 있습니다.',
      remedy:
        '`tools.elevated.allowFrom.{provider}`의 `*`를 꼭 필요한 사람의 ID로 바꾸거나 `tools.elevated.enabled`를 `false`로 설정하십시오.',
      everyone: '`{path}` 목록에 `*`가 있습니다.',
    },
  },
  examples: {
    bad: [
      { config: '{tools: {elevated: {allowFrom: {discord: ["*"]}}}}', offending: '["*"]' },
      '{tools: {elevated: {enabled: true, allowFrom: {nope: ["1", " * "]}}}}',
    ],
    good: [
      '{tools: {elevated: {enabled: false, allowFrom: {discord: ["*"]}}}}',
      '{tools: {elevated: {allowFrom: {discord: ["123"]}}}}',
    ],
  },
  *run({ config, tools }, report) {
    for (const { provider, everyone, subject } of elevatedSenders({ config, tools })) {
      if (!everyone) continue;
      const route = ['tools', 'elevated', 'allowFrom', provider];
      yield report('everyone', { provider, path: route.join('.') }, config.at(...route), {
        subject,
      });
    }
  },
});
