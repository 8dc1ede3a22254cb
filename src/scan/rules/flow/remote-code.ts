import { defineRule } from '../../rule.ts';

/** What a server answers, or what was hidden in a constant, is run. */
export const remoteCode = defineRule({
  id: 'remote-code',
  severity: 'critical',
  confidence: 'likely',
  refs: ['CWE-494', 'CWE-506', 'ASI04', 'ASI05'],
  text: {
    en: {
      title: 'Code that is not in the file is run',
      why: 'What runs is decided by a server, or was hidden from whoever reads the file. It can change after every review.',
      check:
        'Look at what is fetched or decoded, without running it. It is honest only if it is a released program of a known owner whose hash is compared first.',
      fetched: 'What `{from}` answers is run through `{call}`.',
      decoded: 'A constant that is decoded first (`{transforms}`) is run through `{call}`.',
    },
    ko: {
      title: '파일에 없는 코드를 실행합니다',
      why: '실행되는 내용을 서버가 결정하거나, 파일을 읽는 사람에게 숨겨져 있습니다. 검토한 뒤에도 언제든 바뀔 수 있습니다.',
      check:
        '가져오거나 복호화한 내용을 실행하지 말고 살펴보십시오. 알려진 배포자의 정식 프로그램이고 해시를 먼저 비교하는 경우에만 정상입니다.',
      fetched: '`{from}`의 응답이 `{call}`을(를) 통해 실행됩니다.',
      decoded: '먼저 복호화된 상수(`{transforms}`)가 `{call}`을(를) 통해 실행됩니다.',
    },
  },
});
