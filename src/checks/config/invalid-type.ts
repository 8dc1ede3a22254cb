import { defineCheck } from '../define.ts';
import { argOf, messageOf, pathOf, placeOf, REFUSED, schemaIssuesOf } from './issues.ts';

export default defineCheck({
  id: 'config.invalid.type',
  severity: 'warn',
  needs: ['snapshot'],
  refs: ['CWE-1287', 'https://docs.openclaw.ai/gateway/configuration'],
  text: {
    en: {
      title: 'Setting holds a value of the wrong type',
      why: REFUSED.en,
      remedy: 'Write a value of the expected type, or remove the setting.',
      other: '`{path}` takes {expected}, but a value of type {found} is written',
      secret_ref:
        '`{path}` takes {expected}: a SecretRef object is understood by releases after 2026.2 only',
      more: '{count} more settings of a wrong type',
    },
    ko: {
      title: '설정 값의 타입이 잘못되었습니다',
      why: REFUSED.ko,
      remedy: '기대되는 타입의 값을 쓰거나 그 설정을 제거하십시오.',
      other: '`{path}` 값은 {expected} 타입이어야 하는데 {found} 타입의 값이 있습니다',
      secret_ref:
        '`{path}` 값은 {expected} 타입이어야 합니다. SecretRef 객체는 2026.2 이후의 릴리스에서만 지원됩니다',
      more: '타입이 잘못된 설정이 {count}개 더 있습니다',
    },
  },
  examples: {
    bad: [
      { config: '{gateway: {port: "18789"}}', offending: 'port' },
      '{gateway: {trustedProxies: "10.0.0.1"}}',
      '{gateway: null}',
      '{channels: {telegram: []}}',
      '{gateway: {auth: {token: {source: "env", provider: "default", id: "GATEWAY_TOKEN"}}}}',
    ],
    good: [
      '{gateway: {port: 18789, trustedProxies: ["10.0.0.1"]}}',
      '{agents: {defaults: {model: "a/b"}, list: [{id: "main", model: {primary: "a/b"}}]}}',
      '{channels: {telegram: {allowFrom: [123456, "654321"]}}}',
    ],
  },
  *run({ snapshot }, report) {
    const { shown, more, rest } = schemaIssuesOf(snapshot, 'type', () => true);
    for (const issue of shown) {
      const args = {
        path: pathOf(snapshot, issue),
        expected: argOf(issue, 'expected'),
        found: argOf(issue, 'found'),
      };
      yield report(messageOf(issue, ['other', 'secret_ref'], 'other'), args, placeOf(issue));
    }
    if (more > 0) yield report('more', { count: more }, rest);
  },
});
