import { defineRule } from '../../rule.ts';

/** A file of code is no valid code, or was not followed to its end. */
export const unparseableCode = defineRule({
  id: 'unparseable-code',
  severity: 'info',
  confidence: 'possible',
  refs: ['CWE-506'],
  text: {
    en: {
      title: 'Code could not be followed',
      why: 'What is not understood is not cleared. A template or a very large bundle is honest; a file that is broken on purpose, so that scanners give up, is not.',
      check: 'Read the file, or ask its author for the source it was made from.',
      syntax: '`{path}` is not valid code; what can be made out of it was followed.',
      large: '`{path}` is too large or too deeply nested to be followed to its end.',
      words: '`{path}` is not valid code, and has words of code that runs other code: `{found}`.',
      unreadable:
        '`{path}` nests too deep, or in too many ways, to be read, so that nothing of it was followed; it names what matters.',
    },
    ko: {
      title: '코드를 끝까지 따라갈 수 없습니다',
      why: '이해하지 못한 코드는 안전하다고 볼 수 없습니다. 템플릿이나 매우 큰 번들은 정상이지만, 검사기를 포기하게 하려고 일부러 망가뜨린 파일은 정상이 아닙니다.',
      check: '파일을 직접 읽거나, 작성자에게 원본 소스를 요청하십시오.',
      syntax: '`{path}`은(는) 올바른 코드가 아니어서 알아볼 수 있는 부분만 따라갔습니다.',
      large: '`{path}`은(는) 너무 크거나 깊이 중첩되어 끝까지 따라가지 못했습니다.',
      words:
        '`{path}`은(는) 올바른 코드가 아니며, 다른 코드를 실행하는 단어가 있습니다: `{found}`.',
      unreadable:
        '`{path}`은(는) 너무 깊거나 복잡하게 중첩되어 읽을 수 없으므로 전혀 따라가지 못했으며, 중요한 이름이 들어 있습니다.',
    },
  },
});
