import { defineCheck } from '../define.ts';
import { fileOf, issuesOf, messageOf, placeOf } from './issues.ts';

const MANY = `\${BIG}`.repeat(50);

export default defineCheck({
  id: 'config.invalid.too_large',
  severity: 'warn',
  needs: ['snapshot'],
  refs: ['CWE-770'],
  text: {
    en: {
      title: 'Config is too large to be judged',
      why: 'The config is far larger than any real one. What lies beyond the limit was not looked at, and a gateway that reads it may run out of memory.',
      remedy: 'Find out what wrote so much into the file and remove it.',
      file: '`{file}` is larger than this audit reads',
      variables: '`{file}` grows too large when its environment variables are filled in',
    },
    ko: {
      title: '설정이 너무 커서 판정할 수 없습니다',
      why: '설정이 실제로 쓰이는 어떤 설정보다도 훨씬 큽니다. 한도를 넘는 부분은 살펴보지 않았으며, 이를 읽는 게이트웨이는 메모리가 부족해질 수 있습니다.',
      remedy: '무엇이 파일에 그렇게 많은 내용을 썼는지 찾아 제거하십시오.',
      file: '`{file}` 파일이 이 감사가 읽는 크기보다 큽니다',
      variables: '`{file}` 파일은 환경 변수를 채우면 너무 커집니다',
    },
  },
  examples: {
    bad: [
      {
        config: `{logging: {redactPatterns: ["${MANY}"]}}`,
        env: { BIG: 'x'.repeat(100_000) },
      },
    ],
    good: ['{}', { config: null }],
  },
  *run({ snapshot }, report) {
    for (const issue of issuesOf(snapshot, 'too_large').shown) {
      const file = fileOf(snapshot, issue);
      yield report(messageOf(issue, ['file', 'variables'], 'file'), { file }, placeOf(issue));
    }
  },
});
