import type { Place } from '../../posture/place.ts';
import { defineCheck } from '../define.ts';
import { suppressionFile } from './examples.ts';

const inConfig = (entry: string) => `{ security: { audit: { suppressions: [${entry}] } } }`;
const file = (content: string) => ({
  files: [{ path: '.openclaw/security-suppressions.json5', content }],
});

export default defineCheck({
  id: 'suppression.invalid',
  severity: 'warn',
  needs: ['suppressions', 'suppressed'],
  text: {
    en: {
      title: 'A suppression cannot be understood',
      why: 'It is ignored, so that what it was meant to hide is shown.',
      remedy:
        'Write `fingerprint`, or `checkId` with `path` or `file`, and `reason`; `owner` and `expires` (`"2027-01-31"`) may be added.',
      syntax: 'The file is not JSON5.',
      no_list: 'The file has no list `suppressions`.',
      too_many: 'The file has more than 1000 entries.',
      not_an_object: 'The entry is no object.',
      unknown_field: '`{field}` is no field of a suppression.',
      not_text: '`{field}` is no text.',
      bad_fingerprint: '`fingerprint` is not 14 digits of 0-9 and a-f.',
      bad_expires: '`expires` is no date such as `2027-01-31`.',
      no_subject: 'Neither `checkId` nor `fingerprint` says what is meant.',
      no_place:
        'Without `fingerprint`, `path` or `file` the entry would hide every finding of its id.',
      no_reason: 'There is no `reason`.',
      text_in_file: '`{field}` is for the config only: the words of a report change.',
    },
    ko: {
      title: '해석할 수 없는 숨김 항목입니다',
      why: '이 항목은 무시되므로 숨기려던 발견 사항이 표시됩니다.',
      remedy:
        '`fingerprint`를 쓰거나 `checkId`를 `path` 또는 `file`과 함께 쓰고 `reason`을 적습니다. `owner`와 `expires`(`"2027-01-31"`)를 더할 수 있습니다.',
      syntax: '파일이 JSON5가 아닙니다.',
      no_list: '파일에 `suppressions` 목록이 없습니다.',
      too_many: '파일의 항목이 1000개를 넘습니다.',
      not_an_object: '항목이 객체가 아닙니다.',
      unknown_field: '`{field}`은(는) 숨김 항목에 쓸 수 없는 필드입니다.',
      not_text: '`{field}` 값이 텍스트가 아닙니다.',
      bad_fingerprint: '`fingerprint` 값이 0-9, a-f로 된 14자리가 아닙니다.',
      bad_expires: '`expires` 값이 `2027-01-31`과 같은 날짜가 아닙니다.',
      no_subject: '`checkId`와 `fingerprint`가 모두 없어 무엇을 뜻하는지 알 수 없습니다.',
      no_place:
        '`fingerprint`, `path`, `file`이 모두 없어 같은 ID의 발견 사항을 전부 숨기게 됩니다.',
      no_reason: '`reason`이 없습니다.',
      text_in_file: '`{field}`은(는) 설정에서만 쓸 수 있습니다. 보고서 문구는 바뀔 수 있습니다.',
    },
  },
  examples: {
    bad: [
      file('{ suppressions: [ }'),
      file('[]'),
      suppressionFile('"gateway.bind_no_auth"'),
      suppressionFile('{ checkId: "gateway.bind_no_auth", reason: "lab" }'),
      suppressionFile('{ fingerprint: "0123456789abcd" }'),
      suppressionFile('{ fingerprint: "0123", reason: "lab" }'),
      suppressionFile('{ fingerprint: "0123456789abcd", reason: "lab", until: "2027-01-31" }'),
      suppressionFile('{ fingerprint: "0123456789abcd", reason: "lab", titleIncludes: "x" }'),
      { config: inConfig('{ checkId: "a.b", expires: "soon" }'), offending: '"soon"' },
      { config: inConfig('{ checkId: 5 }'), offending: '5' },
      inConfig('{ reason: "of nothing" }'),
    ],
    good: [
      '{}',
      suppressionFile('{ fingerprint: "0123456789abcd", reason: "lab", owner: "mina" }'),
      inConfig('{ checkId: "a.b", titleIncludes: "x", detailIncludes: "y", reason: "lab" }'),
    ],
  },
  *run({ suppressions }, report) {
    const { file: source, problems } = suppressions;
    if (source?.problem) {
      const { code, line, column } = source.problem;
      const at: Place = {
        kind: 'file',
        path: source.path,
        ...(line === undefined ? {} : { line }),
        ...(column === undefined ? {} : { column }),
      };
      yield report(code, {}, at);
    }
    for (const { problem, field, at } of problems) yield report(problem, { field }, at);
  },
});
