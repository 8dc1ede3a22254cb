import { defineRule } from '../../rule.ts';

/** A command from a paste site is to be run. */
export const pasteInstall = defineRule({
  id: 'paste-install',
  severity: 'critical',
  confidence: 'likely',
  refs: ['CWE-494', 'ASI04', 'ASI09'],
  text: {
    en: {
      title: 'A command from a paste site is to be run',
      why: 'Anyone can write there without a name, and change it after every review. Installers are not published that way.',
      check: 'Read the page without running anything, and look for the program at its real maker.',
      paste: 'What stands at `{address}` is to be copied and run.',
    },
    ko: {
      title: '붙여넣기 사이트의 명령을 실행하라고 합니다',
      why: '누구나 이름 없이 쓰고 검토 뒤에도 바꿀 수 있는 곳입니다. 설치 프로그램은 그렇게 배포하지 않습니다.',
      check:
        '아무것도 실행하지 말고 페이지를 읽어 보고, 실제 제작자의 사이트에서 프로그램을 찾으십시오.',
      paste: '`{address}`에 있는 내용을 복사하여 실행하라고 합니다.',
    },
  },
});
