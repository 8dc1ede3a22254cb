import { defineCheck } from '../define.ts';
import { pathOf, placeOf, schemaIssuesOf } from './issues.ts';

export default defineCheck({
  id: 'config.ineffective.retired_setting',
  severity: 'info',
  needs: ['snapshot'],
  refs: ['https://docs.openclaw.ai/gateway/configuration'],
  text: {
    en: {
      title: 'A setting of older releases has no effect any more',
      why: 'OpenClaw accepts it without a word, so whoever reads the config takes it for what the gateway does.',
      remedy: 'Remove the setting; `openclaw doctor --fix` does so too.',
      ignored: '`{path}` is written, but has no effect in OpenClaw {version}',
      more: '{count} more settings without effect',
    },
    ko: {
      title: '이전 릴리스의 설정이 더 이상 효력이 없습니다',
      why: 'OpenClaw가 아무 말 없이 받아들이므로, 설정을 읽는 사람은 게이트웨이가 그렇게 동작한다고 여기게 됩니다.',
      remedy: '설정을 제거하십시오. `openclaw doctor --fix`로도 제거됩니다.',
      ignored: '`{path}` 설정이 있지만 OpenClaw {version}에서는 효력이 없습니다',
      more: '효력이 없는 설정이 {count}개 더 있습니다',
    },
  },
  examples: {
    bad: [
      {
        config: '{gateway: {controlUi: {dangerouslyDisableDeviceAuth: true}}}',
        openclawVersion: '2026.9.6',
        offending: 'dangerouslyDisableDeviceAuth',
      },
    ],
    good: [
      '{gateway: {controlUi: {dangerouslyDisableDeviceAuth: true}}}',
      { config: '{gateway: {controlUi: {enabled: true}}}', openclawVersion: '2026.9.6' },
    ],
  },
  *run({ snapshot }, report) {
    const { shown, more, rest } = schemaIssuesOf(snapshot, 'retired', () => true);
    const { judged: version } = snapshot.version;
    for (const issue of shown)
      yield report('ignored', { path: pathOf(snapshot, issue), version }, placeOf(issue));
    if (more > 0) yield report('more', { count: more }, rest);
  },
});
