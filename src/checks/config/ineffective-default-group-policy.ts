import { isObject } from '../../posture/config.ts';
import { defineCheck } from '../define.ts';
import { needKnownRelease } from './issues.ts';

/** Channels whose own `groupPolicy` is filled in before the common default is looked at. */
const CHANNELS = [
  'telegram',
  'whatsapp',
  'discord',
  'slack',
  'signal',
  'imessage',
  'irc',
  'googlechat',
  'bluebubbles',
  'msteams',
];
const FILLED_IN = 'allowlist';

export default defineCheck({
  id: 'config.ineffective.default_group_policy',
  severity: 'info',
  needs: ['config', 'snapshot'],
  when: [['channels']],
  refs: ['CWE-1188', 'https://docs.openclaw.ai/gateway/configuration'],
  text: {
    en: {
      title: 'Common group policy does not reach the built-in channels',
      why: 'OpenClaw 2026.2 gives these channels a `groupPolicy` of `allowlist` before it looks at `channels.defaults`. Whoever reads the common setting believes in a policy that is not in force.',
      remedy: 'Set `groupPolicy` in each channel section, and in each of its accounts.',
      unread: '`{path}` is `{value}`, but these channels do not take it over: `{channels}`',
    },
    ko: {
      title: '공통 그룹 정책이 기본 채널에 적용되지 않습니다',
      why: 'OpenClaw 2026.2는 `channels.defaults`를 보기 전에 이 채널들의 `groupPolicy`를 `allowlist`로 채웁니다. 공통 설정을 읽은 사람은 실제로 적용되지 않는 정책을 믿게 됩니다.',
      remedy: '각 채널 섹션과 그 계정마다 `groupPolicy`를 지정하십시오.',
      unread: '`{path}` 값이 `{value}`이지만 다음 채널은 이를 이어받지 않습니다: `{channels}`',
    },
  },
  examples: {
    bad: [
      {
        config: '{channels: {defaults: {groupPolicy: "disabled"}, telegram: {enabled: true}}}',
        offending: '"disabled"',
      },
      '{channels: {defaults: {groupPolicy: "open"}, telegram: {groupPolicy: "open"}, irc: {}}}',
    ],
    good: [
      '{channels: {defaults: {groupPolicy: "allowlist"}, telegram: {}}}',
      '{channels: {defaults: {groupPolicy: "disabled"}, telegram: {groupPolicy: "disabled"}}}',
      '{channels: {defaults: {groupPolicy: "disabled"}, mattermost: {}}}',
      '{channels: {telegram: {}}}',
    ],
  },
  *run({ config, snapshot }, report) {
    const route = ['channels', 'defaults', 'groupPolicy'];
    const value = config.string(...route);
    if (value === undefined || value === FILLED_IN) return;
    const channels = CHANNELS.filter((channel) => {
      const section = config.get('channels', channel);
      return (
        isObject(section) &&
        section.enabled !== false &&
        !config.has('channels', channel, 'groupPolicy')
      );
    });
    if (channels.length === 0) return;
    needKnownRelease(snapshot);
    yield report(
      'unread',
      { path: 'channels.defaults.groupPolicy', value, channels },
      config.at(...route),
    );
  },
});
