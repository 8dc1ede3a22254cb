import { defineRule } from '../../rule.ts';

/** Machine code or bytecode that nobody can read. */
export const nativeProgram = defineRule({
  id: 'native-program',
  severity: 'warn',
  confidence: 'likely',
  refs: ['CWE-506', 'ASI04'],
  text: {
    en: {
      title: 'A program comes along that cannot be read',
      why: 'What it does is not seen by anybody who reviews the text. Only its readable strings were searched.',
      check:
        'Ask where its source is, and build it from there; or compare its hash with that of a known release.',
      program: '`{path}` is a program for {platform}.',
      bytecode: '`{path}` is compiled Python; it may differ from the `.py` beside it.',
      macros: '`{path}` is an office document that can hold macros.',
    },
    ko: {
      title: '읽을 수 없는 프로그램이 들어 있습니다',
      why: '내용을 검토하는 누구도 이 프로그램이 하는 일을 볼 수 없습니다. 읽을 수 있는 문자열만 검색했습니다.',
      check: '소스가 어디에 있는지 확인하고 직접 빌드하거나, 알려진 릴리스의 해시와 비교하십시오.',
      program: '`{path}`은(는) {platform}용 프로그램입니다.',
      bytecode: '`{path}`은(는) 컴파일된 Python입니다. 옆에 있는 `.py`와 다를 수 있습니다.',
      macros: '`{path}`은(는) 매크로를 담을 수 있는 오피스 문서입니다.',
    },
  },
});
