import { defineCheck } from '../define.ts';
import { argOf, messageOf, pathOf, placeOf, REFUSED, schemaIssuesOf } from './issues.ts';

const PROBLEMS = [
  'word',
  'other',
  'range',
  'empty',
  'too_long',
  'not_a_color',
  'not_a_url',
] as const;

export default defineCheck({
  id: 'config.invalid.value',
  severity: 'warn',
  needs: ['snapshot'],
  refs: ['CWE-1284', 'https://docs.openclaw.ai/gateway/configuration'],
  text: {
    en: {
      title: 'Setting holds a value that OpenClaw does not accept',
      why: REFUSED.en,
      remedy: 'Write one of the accepted values, or remove the setting to get its default.',
      word: '`{path}` is `{found}`; accepted: {expected}',
      other: '`{path}` holds none of the accepted values: {expected}',
      range: '`{path}` is out of range; accepted: {expected}',
      empty: '`{path}` is empty, but a text is needed',
      too_long: '`{path}` is longer than {limit} characters',
      not_a_color: '`{path}` is no colour of the form `#RRGGBB`',
      not_a_url: '`{path}` is no complete URL',
      more: '{count} more settings with a value that is not accepted',
    },
    ko: {
      title: '설정에 OpenClaw가 받아들이지 않는 값이 있습니다',
      why: REFUSED.ko,
      remedy: '허용되는 값 중 하나를 쓰거나, 설정을 제거하여 기본값을 사용하십시오.',
      word: '`{path}` 값이 `{found}`입니다. 허용되는 값: {expected}',
      other: '`{path}` 값이 허용되는 값({expected})에 속하지 않습니다',
      range: '`{path}` 값이 범위를 벗어났습니다. 허용 범위: {expected}',
      empty: '`{path}` 값이 비어 있지만 텍스트가 필요합니다',
      too_long: '`{path}` 값이 {limit}자보다 깁니다',
      not_a_color: '`{path}` 값이 `#RRGGBB` 형식의 색상이 아닙니다',
      not_a_url: '`{path}` 값이 완전한 URL이 아닙니다',
      more: '허용되지 않는 값을 가진 설정이 {count}개 더 있습니다',
    },
  },
  examples: {
    bad: [
      { config: '{gateway: {bind: "everywhere"}}', offending: 'bind' },
      '{gateway: {auth: {mode: "no auth, please"}}}',
      '{gateway: {port: 0}}',
      '{gateway: {auth: {trustedProxy: {userHeader: ""}}}}',
      '{browser: {profiles: {work: {cdpPort: 18801, color: "blue"}}}}',
      '{cron: {webhook: "example.org/hook"}}',
      '{channels: {telegram: {dmPolicy: "everyone"}}}',
    ],
    good: [
      '{gateway: {bind: "tailnet", auth: {mode: "none"}, port: 1}}',
      '{browser: {profiles: {work: {cdpPort: 18801, color: "#00aaff"}}}}',
      '{commands: {native: "auto", restart: false}}',
    ],
  },
  *run({ snapshot }, report) {
    const { shown, more, rest } = schemaIssuesOf(snapshot, 'value', () => true);
    for (const issue of shown) {
      const args = {
        path: pathOf(snapshot, issue),
        expected: argOf(issue, 'expected'),
        found: argOf(issue, 'found'),
        limit: argOf(issue, 'limit'),
      };
      yield report(messageOf(issue, PROBLEMS, 'other'), args, placeOf(issue));
    }
    if (more > 0) yield report('more', { count: more }, rest);
  },
});
