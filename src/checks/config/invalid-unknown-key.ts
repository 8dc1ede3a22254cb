import { defineCheck } from '../define.ts';
import { argOf, messageOf, pathOf, placeOf, REFUSED, schemaIssuesOf } from './issues.ts';

const MESSAGES = ['unknown', 'misspelt', 'removed', 'later'] as const;

export default defineCheck({
  id: 'config.invalid.unknown_key',
  severity: 'warn',
  needs: ['snapshot'],
  refs: ['CWE-1287', 'https://docs.openclaw.ai/gateway/configuration'],
  text: {
    en: {
      title: 'Config has a key that OpenClaw does not know',
      why: REFUSED.en,
      remedy:
        'Correct the spelling of the key or remove it; `openclaw doctor --fix` removes unknown keys.',
      unknown: '`{path}`: OpenClaw {version} knows no key `{key}` here',
      misspelt:
        '`{path}`: OpenClaw {version} knows no key `{key}` here; `{nearest}` was probably meant',
      removed:
        '`{path}` is a setting of older releases; OpenClaw {version} no longer knows `{key}`',
      later:
        '`{path}` is a setting of newer releases; OpenClaw {version} does not know `{key}` yet',
      more: '{count} more unknown keys',
    },
    ko: {
      title: '설정에 OpenClaw가 모르는 키가 있습니다',
      why: REFUSED.ko,
      remedy:
        '키의 철자를 고치거나 키를 제거하십시오. `openclaw doctor --fix`가 알 수 없는 키를 제거합니다.',
      unknown: '`{path}`: OpenClaw {version}은(는) 이 위치에서 `{key}` 키를 모릅니다',
      misspelt:
        '`{path}`: OpenClaw {version}은(는) 이 위치에서 `{key}` 키를 모릅니다. `{nearest}` 키를 쓰려던 것으로 보입니다',
      removed:
        '`{path}` 키는 이전 릴리스의 설정입니다. OpenClaw {version}은(는) 더 이상 `{key}` 키를 모릅니다',
      later:
        '`{path}` 키는 이후 릴리스의 설정입니다. OpenClaw {version}은(는) 아직 `{key}` 키를 모릅니다',
      more: '알 수 없는 키가 {count}개 더 있습니다',
    },
  },
  examples: {
    bad: [
      { config: '{gateway: {bnid: "lan"}}', offending: 'bnid' },
      '{agents: {list: [{id: "main", colour: "red"}]}}',
      '{tools: {sandbox: {tools: {allowed: ["read"]}}}}',
      {
        config: '{logging: {audit: {enabled: true}}}',
        offending: 'audit',
      },
      {
        config: '{commands: {useAccessGroups: false}}',
        openclawVersion: '2026.9.6',
        offending: 'useAccessGroups',
      },
    ],
    good: [
      '{gateway: {bind: "lan"}, env: {MY_OWN_NAME: "x"}}',
      '{channels: {mattermost: {whatever: 1}}, plugins: {entries: {x: {config: {free: 1}}}}}',
      { config: null },
    ],
  },
  *run({ snapshot }, report) {
    const { shown, more, rest } = schemaIssuesOf(snapshot, 'unknown_key', () => true);
    for (const issue of shown) {
      const args = {
        path: pathOf(snapshot, issue),
        key: argOf(issue, 'key'),
        nearest: argOf(issue, 'nearest'),
        version: snapshot.version.judged,
      };
      yield report(messageOf(issue, MESSAGES, 'unknown'), args, placeOf(issue));
    }
    if (more > 0) yield report('more', { count: more }, rest);
  },
});
