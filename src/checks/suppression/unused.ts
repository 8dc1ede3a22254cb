import { defineCheck } from '../define.ts';
import { suppressionFile } from './examples.ts';
import { nameOf } from './name.ts';

const inConfig = (entry: string) => `{ security: { audit: { suppressions: [${entry}] } } }`;
const ENTRY = '{ checkId: "hooks.path_root", path: "hooks.path", reason: "lab" }';

export default defineCheck({
  id: 'suppression.unused',
  severity: 'info',
  needs: ['suppressed'],
  text: {
    en: {
      title: 'A suppression matches nothing',
      why: 'What it hid is gone, or it never hid it; left where it is, it may one day hide something else.',
      remedy: 'Delete the entry, or correct it.',
      nothing: 'Nothing was found that the suppression of `{what}` means.',
      words:
        '`{what}` was found, but its title or detail does not read as `titleIncludes` or `detailIncludes` say. This program has its own words; OpenClaw’s are not known to it.',
    },
    ko: {
      title: '일치하는 것이 없는 숨김 항목입니다',
      why: '숨겼던 문제가 사라졌거나 처음부터 일치하지 않았습니다. 남겨 두면 언젠가 다른 문제를 숨길 수 있습니다.',
      remedy: '항목을 삭제하거나 바로잡습니다.',
      nothing: '`{what}` 숨김에 해당하는 발견 사항이 없습니다.',
      words:
        '`{what}` 발견 사항은 있지만 제목이나 내용이 `titleIncludes` 또는 `detailIncludes`와 다릅니다. 이 프로그램의 문구는 OpenClaw의 문구와 다릅니다.',
    },
  },
  examples: {
    bad: [
      suppressionFile(ENTRY),
      {
        config: inConfig('{ checkId: "no.such_check" }'),
        offending: '{ checkId: "no.such_check" }',
      },
    ],
    good: [
      '{}',
      suppressionFile('{ fingerprint: "0123456789abcd", reason: "lab", expires: "2026-01-31" }'),
      inConfig('{ reason: "of nothing" }'),
    ],
  },
  *run({ suppressed }, report) {
    for (const { entry, count, expired, wordsDiffer } of suppressed.uses) {
      if (count > 0 || expired) continue;
      const what = nameOf(entry);
      if (wordsDiffer) yield report('words', { what }, entry.at);
      else if (suppressed.wasLookedFor(entry)) yield report('nothing', { what }, entry.at);
    }
  },
});
