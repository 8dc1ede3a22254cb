import { defineCheck } from '../define.ts';

const suppressing = (entry: string) => `{ security: { audit: { suppressions: [${entry}] } } }`;

export default defineCheck({
  id: 'security.audit.suppressions.active',
  severity: 'info',
  needs: ['suppressions', 'suppressed'],
  text: {
    en: {
      title: 'The config suppresses findings',
      why: 'What is suppressed is still there. It is counted and listed here so that nobody forgets it.',
      listed:
        '`security.audit.suppressions` has {entries} entries; {count} findings are suppressed by them.',
    },
    ko: {
      title: '설정에서 발견 사항을 숨기고 있습니다',
      why: '숨긴 문제도 그대로 남아 있습니다. 잊지 않도록 여기에서 세고 나열합니다.',
      listed:
        '`security.audit.suppressions`에 항목이 {entries}개 있으며, 이로 인해 발견 사항 {count}건을 숨겼습니다.',
    },
  },
  examples: {
    bad: [suppressing('{ checkId: "gateway.bind_no_auth", reason: "lab" }'), suppressing('"x"')],
    good: ['{}', suppressing('')],
  },
  *run({ suppressions, suppressed }, report) {
    const { configured: entries } = suppressions;
    if (entries === 0) return;
    const count = suppressed.uses
      .filter(({ entry }) => entry.from === 'config')
      .reduce((sum, use) => sum + use.count, 0);
    yield report(
      'listed',
      { entries, count },
      { kind: 'config', route: ['security', 'audit', 'suppressions'] },
    );
  },
});
