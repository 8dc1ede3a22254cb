import { defineCheck } from '../define.ts';
import { suppressionFile } from './examples.ts';
import { nameOf } from './name.ts';

const until = (date: string) =>
  suppressionFile(`{ fingerprint: "0123456789abcd", reason: "lab", expires: "${date}" }`);

export default defineCheck({
  id: 'suppression.expired',
  severity: 'warn',
  needs: ['suppressed'],
  text: {
    en: {
      title: 'A suppression has expired',
      why: 'Somebody decided to live with this for a time, and the time is over: what it hid is shown again.',
      remedy: 'Fix what it hid and delete the entry, or decide anew and set a later `expires`.',
      over: 'The suppression of `{what}` held until {expires}.',
      over_owned: 'The suppression of `{what}` held until {expires}; {owner} is to decide.',
    },
    ko: {
      title: '숨김 기한이 지났습니다',
      why: '일정 기간 감수하기로 한 문제의 기한이 끝났으므로, 숨겼던 발견 사항을 다시 표시합니다.',
      remedy: '숨겼던 문제를 고치고 항목을 삭제하거나, 다시 결정하여 `expires`를 늦춥니다.',
      over: '`{what}` 숨김은 {expires}까지였습니다.',
      over_owned: '`{what}` 숨김은 {expires}까지였으며 담당자는 {owner}입니다.',
    },
  },
  examples: {
    bad: [
      until('2026-11-30'),
      {
        config:
          '{ security: { audit: { suppressions: [{ checkId: "fs.config.symlink", owner: "mina", expires: "2026-01-31" }] } } }',
        offending: '"2026-01-31"',
      },
    ],
    good: ['{}', until('2026-12-01'), until('2027-01-31')],
  },
  *run({ suppressed }, report) {
    for (const { entry, expired } of suppressed.uses) {
      const { expires, owner, at } = entry;
      if (!expired || expires === undefined) continue;
      const what = nameOf(entry);
      const place = at.kind === 'config' ? { ...at, route: [...at.route, 'expires'] } : at;
      if (owner === undefined) yield report('over', { what, expires }, place);
      else yield report('over_owned', { what, expires, owner }, place);
    }
  },
});
