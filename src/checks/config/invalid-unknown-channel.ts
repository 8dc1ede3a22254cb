import type { ConfigIssue } from '../../config/tree.ts';
import type { Posture } from '../../posture/posture.ts';
import { defineCheck } from '../define.ts';
import { argOf, pathOf, placeOf, REFUSED, schemaIssuesOf } from './issues.ts';

/** A plugin that is installed and named after the channel most likely brings it. */
function isInstalled(snapshot: Posture['snapshot'], issue: ConfigIssue): boolean {
  const channel = String(argOf(issue, 'channel')).toLowerCase();
  if (snapshot.plugins.status !== 'ok' || channel === '') return false;
  return snapshot.plugins.value.dirs.some(({ name, manifestId = '' }) =>
    [name, manifestId].some((id) => id.toLowerCase().includes(channel)),
  );
}

export default defineCheck({
  id: 'config.invalid.unknown_channel',
  severity: 'warn',
  needs: ['snapshot'],
  refs: ['CWE-1287', 'https://docs.openclaw.ai/channels'],
  text: {
    en: {
      title: 'Config sets up a channel that OpenClaw does not know',
      why: REFUSED.en,
      remedy:
        'Correct the name below `channels`, install the plugin that brings the channel, or remove the section.',
      unknown:
        '`{path}`: neither OpenClaw 2026.2 nor an installed plugin has a channel `{channel}`',
      misspelt:
        '`{path}`: neither OpenClaw 2026.2 nor an installed plugin has a channel `{channel}`; `{nearest}` was probably meant',
      more: '{count} more unknown channels',
    },
    ko: {
      title: '설정에 OpenClaw가 모르는 채널이 있습니다',
      why: REFUSED.ko,
      remedy:
        '`channels` 아래의 이름을 고치거나, 해당 채널을 제공하는 플러그인을 설치하거나, 그 섹션을 제거하십시오.',
      unknown: '`{path}`: OpenClaw 2026.2에도 설치된 플러그인에도 `{channel}` 채널이 없습니다',
      misspelt:
        '`{path}`: OpenClaw 2026.2에도 설치된 플러그인에도 `{channel}` 채널이 없습니다. `{nearest}` 채널을 쓰려던 것으로 보입니다',
      more: '알 수 없는 채널이 {count}개 더 있습니다',
    },
  },
  examples: {
    bad: [
      { config: '{channels: {telegramm: {enabled: true}}}', offending: 'telegramm' },
      '{channels: {carrierpigeon: {}}}',
    ],
    good: [
      '{channels: {telegram: {}, defaults: {}, modelByChannel: {}, matrix: {}, "nextcloud-talk": {}}}',
      {
        config: '{channels: {carrierpigeon: {}}}',
        files: [
          {
            path: '.openclaw/extensions/carrierpigeon/openclaw.plugin.json',
            content: '{"id": "carrierpigeon"}',
          },
        ],
      },
    ],
  },
  *run({ snapshot }, report) {
    const { shown, more, rest } = schemaIssuesOf(
      snapshot,
      'unknown_channel',
      (issue) => !isInstalled(snapshot, issue),
    );
    for (const issue of shown) {
      const nearest = argOf(issue, 'nearest');
      const args = { path: pathOf(snapshot, issue), channel: argOf(issue, 'channel'), nearest };
      yield report(nearest ? 'misspelt' : 'unknown', args, placeOf(issue));
    }
    if (more > 0) yield report('more', { count: more }, rest);
  },
});
