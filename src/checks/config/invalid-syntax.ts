import { defineCheck } from '../define.ts';
import { argOf, fileOf, issuesOf, messageOf, placeOf } from './issues.ts';

export default defineCheck({
  id: 'config.invalid.syntax',
  severity: 'warn',
  needs: ['snapshot'],
  refs: ['CWE-1286', 'https://docs.openclaw.ai/gateway/configuration'],
  text: {
    en: {
      title: 'Config is not valid JSON5',
      why: 'OpenClaw cannot read its config: the gateway does not start, or keeps running on older settings. Nothing that depends on a setting could be judged here.',
      remedy: 'Correct the text at the place named, or restore the last version that worked.',
      unexpected_character: '`{file}`: `{character}` does not belong there',
      unexpected_end: '`{file}` ends in the middle of a value',
      empty: '`{file}` is empty; an empty config is written `{open}`',
      other: '`{file}` cannot be parsed',
    },
    ko: {
      title: '설정 파일이 올바른 JSON5가 아닙니다',
      why: 'OpenClaw가 설정을 읽지 못하므로 게이트웨이가 시작되지 않거나 이전 설정으로 계속 실행됩니다. 설정에 좌우되는 항목은 판정하지 못했습니다.',
      remedy: '표시된 위치의 텍스트를 고치거나, 정상 동작하던 마지막 버전을 복원하십시오.',
      unexpected_character: '`{file}`: 이 위치에는 `{character}` 문자가 올 수 없습니다',
      unexpected_end: '`{file}` 파일이 값 중간에서 끝납니다',
      empty: '`{file}` 파일이 비어 있습니다. 빈 설정은 `{open}`로 씁니다',
      other: '`{file}` 파일을 해석할 수 없습니다',
    },
  },
  examples: {
    bad: ['{gateway: ', '{gateway: {}} trailing', '', '  \n'],
    good: ['{}', "// a comment\n{gateway: {bind: 'loopback',},}", { config: null }],
  },
  *run({ snapshot }, report) {
    const messages = ['unexpected_character', 'unexpected_end', 'empty', 'other'] as const;
    for (const issue of issuesOf(snapshot, 'syntax').shown) {
      const file = fileOf(snapshot, issue);
      const args = { file, character: argOf(issue, 'character'), open: '{}' };
      yield report(messageOf(issue, messages, 'other'), args, placeOf(issue));
    }
  },
});
