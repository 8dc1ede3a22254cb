import { defineCheck } from '../define.ts';
import { argOf, fileOf, issuesOf, messageOf, pathOf, placeOf } from './issues.ts';

export default defineCheck({
  id: 'config.invalid.too_deep',
  severity: 'warn',
  needs: ['snapshot'],
  refs: ['CWE-674'],
  text: {
    en: {
      title: 'Config is nested too deeply to be judged',
      why: 'No setting needs that many levels. A program that reads the file may run out of stack: the gateway then does not start, and what lies that deep was not judged here.',
      remedy: 'Find out what wrote the nested value and remove it.',
      nesting: '`{file}` opens more brackets inside each other than this audit follows',
      too_deep: '`{path}` lies more than {limit} levels deep once includes are merged',
    },
    ko: {
      title: '설정이 너무 깊게 중첩되어 판정할 수 없습니다',
      why: '그렇게 깊은 단계가 필요한 설정은 없습니다. 파일을 읽는 프로그램의 스택이 부족해져 게이트웨이가 시작되지 않을 수 있으며, 그 깊이의 내용은 판정하지 못했습니다.',
      remedy: '무엇이 중첩된 값을 썼는지 찾아 제거하십시오.',
      nesting: '`{file}` 파일의 괄호가 이 감사가 따라가는 것보다 깊게 중첩되어 있습니다',
      too_deep: '포함 파일을 병합하면 `{path}` 위치가 {limit}단계보다 깊어집니다',
    },
  },
  examples: {
    bad: [`{broadcast: ${'['.repeat(400)}${']'.repeat(400)}}`],
    good: ['{agents: {defaults: {sandbox: {docker: {env: {A: "b"}}}}}}', { config: null }],
  },
  *run({ snapshot }, report) {
    for (const issue of issuesOf(snapshot, 'too_deep').shown) {
      const args = {
        file: fileOf(snapshot, issue),
        path: pathOf(snapshot, issue),
        limit: argOf(issue, 'limit'),
      };
      yield report(messageOf(issue, ['nesting', 'too_deep'], 'nesting'), args, placeOf(issue));
    }
  },
});
