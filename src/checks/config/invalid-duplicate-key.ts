import { defineCheck } from '../define.ts';
import { argOf, issuesOf, pathOf, placeOf } from './issues.ts';

export default defineCheck({
  id: 'config.invalid.duplicate_key',
  severity: 'warn',
  needs: ['snapshot'],
  refs: ['CWE-694', 'https://www.rfc-editor.org/rfc/rfc8259#section-4'],
  text: {
    en: {
      title: 'Same key is written twice',
      why: 'Only the last one counts, and nothing says so: whoever reads the first one takes a setting for safe that is not in force.',
      remedy: 'Keep one of the two and remove the other.',
      overridden: '`{path}` is written again; the one in line {line} has no effect',
      more: '{count} more keys that are written twice',
    },
    ko: {
      title: '같은 키가 두 번 쓰여 있습니다',
      why: '마지막 값만 적용되지만 어디에도 표시되지 않습니다. 앞의 값을 읽은 사람은 실제로 적용되지 않는 설정을 안전하다고 여기게 됩니다.',
      remedy: '둘 중 하나만 남기고 나머지는 제거하십시오.',
      overridden: '`{path}` 키가 다시 쓰여 있어 {line}행의 값은 효력이 없습니다',
      more: '두 번 쓰인 키가 {count}개 더 있습니다',
    },
  },
  examples: {
    bad: [
      { config: '{gateway: {bind: "loopback", bind: "lan"}}', offending: 'bind' },
      '{"gateway": {}, gateway: {bind: "lan"}}',
    ],
    good: ['{gateway: {bind: "lan"}, discovery: {}}', { config: null }],
  },
  *run({ snapshot }, report) {
    const { shown, more, rest } = issuesOf(snapshot, 'duplicate_key');
    for (const issue of shown) {
      const args = { path: pathOf(snapshot, issue), line: argOf(issue, 'line') };
      yield report('overridden', args, placeOf(issue));
    }
    if (more > 0) yield report('more', { count: more }, rest);
  },
});
