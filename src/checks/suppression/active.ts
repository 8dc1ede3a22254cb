import { defineCheck } from '../define.ts';
import { suppressionFile } from './examples.ts';

const ENTRY = '{ checkId: "gateway.bind_no_auth", path: "gateway.bind", reason: "lab" }';

export default defineCheck({
  id: 'suppression.active',
  severity: 'info',
  needs: ['suppressions', 'suppressed'],
  text: {
    en: {
      title: 'A file suppresses findings',
      why: 'What is suppressed is still there. It is counted and listed here so that nobody forgets it.',
      listed: '`{path}` has {entries} entries; {count} findings are suppressed by them.',
    },
    ko: {
      title: '파일에서 발견 사항을 숨기고 있습니다',
      why: '숨긴 문제도 그대로 남아 있습니다. 잊지 않도록 여기에서 세고 나열합니다.',
      listed: '`{path}`에 항목이 {entries}개 있으며, 이로 인해 발견 사항 {count}건을 숨겼습니다.',
    },
  },
  examples: {
    bad: [suppressionFile(ENTRY)],
    good: ['{}', suppressionFile(''), suppressionFile(ENTRY, '666')],
  },
  *run({ suppressions, suppressed }, report) {
    const uses = suppressed.uses.filter(({ entry }) => entry.from === 'file');
    if (!suppressions.file || uses.length === 0) return;
    const { path } = suppressions.file;
    const count = uses.reduce((sum, use) => sum + use.count, 0);
    yield report('listed', { path, entries: uses.length, count }, { kind: 'file', path });
  },
});
