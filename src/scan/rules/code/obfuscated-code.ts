import { defineRule } from '../../rule.ts';

/** Code that a tool made unreadable. */
export const obfuscatedCode = defineRule({
  id: 'obfuscated-code',
  severity: 'warn',
  confidence: 'likely',
  refs: ['CWE-506', 'CWE-656'],
  text: {
    en: {
      title: 'Code was made unreadable on purpose',
      why: 'Minified code keeps its texts and calls; this hides them. There is no reason to do so in something that an agent or a gateway runs.',
      check: 'Ask the author for the source, or do without it.',
      renamed: 'Names as an obfuscator makes them (`{sample}` and {count} more).',
      invisible:
        '{count} characters in a row that nobody can see: text, or code, is stored in them.',
    },
    ko: {
      title: '코드를 일부러 읽을 수 없게 만들었습니다',
      why: '단순히 압축된 코드에는 문자열과 호출이 남지만, 이 코드는 그것들을 숨깁니다. 에이전트나 게이트웨이가 실행할 코드에 그럴 이유는 없습니다.',
      check: '작성자에게 원본 소스를 요청하거나 사용하지 마십시오.',
      renamed: '난독화 도구가 만든 이름이 있습니다(`{sample}` 외 {count}개).',
      invisible: '보이지 않는 문자가 {count}개 이어집니다. 텍스트나 코드가 저장되어 있습니다.',
    },
  },
});
