import { defineRule } from '../../rule.ts';

/** A command that npm runs while the package is installed. */
export const installScript = defineRule({
  id: 'install-script',
  severity: 'info',
  confidence: 'certain',
  refs: ['CWE-506', 'ASI04'],
  text: {
    en: {
      title: 'Code runs while the package is installed',
      why: 'It runs before anybody could look at it, with the rights of whoever installs. Packages with native parts need it; most do not.',
      check: 'Read what is run; install with `--ignore-scripts` if you need not have it.',
      runs: '`{script}` runs `{command}`.',
    },
    ko: {
      title: '패키지를 설치하는 동안 코드가 실행됩니다',
      why: '누가 살펴보기도 전에 설치하는 사람의 권한으로 실행됩니다. 네이티브 모듈이 있는 패키지에는 필요하지만 대부분은 필요 없습니다.',
      check: '무엇을 실행하는지 읽어 보고, 필요 없다면 `--ignore-scripts`로 설치하십시오.',
      runs: '`{script}`에서 `{command}`을(를) 실행합니다.',
    },
  },
});
