import type { Rule } from '../src/scan/rule.ts';
import { RULES } from '../src/scan/rules/index.ts';

type Language = 'en' | 'ko';

const WORDS = {
  en: {
    title: 'Rules of the scan',
    intro:
      'Written by `npm run generate` from the rules themselves. A finding may be more or less severe than its rule usually is; the verdict of an item follows from the findings and how sure they are.',
    why: 'Why',
    check: 'By hand',
    usually: 'Usually',
    sources: 'Sources',
    other: '[한국어](ko/scan-rules.md)',
  },
  ko: {
    title: '코드 검사 규칙',
    intro:
      '`npm run generate`가 규칙에서 만든 문서입니다. 발견 사항의 심각도는 규칙의 보통 값과 다를 수 있으며, 항목의 판정은 발견 사항과 그 확실성에서 나옵니다.',
    why: '이유',
    check: '직접 확인',
    usually: '보통',
    sources: '출처',
    other: '[English](../scan-rules.md)',
  },
} as const;

/** Every rule of the scan with its words, in both languages, by path. */
export function ruleDocs(): readonly (readonly [path: string, text: string])[] {
  return [
    ['docs/scan-rules.md', page('en')],
    ['docs/ko/scan-rules.md', page('ko')],
  ];
}

function page(language: Language): string {
  const words = WORDS[language];
  const sorted = [...RULES].sort((a, b) => (a.id < b.id ? -1 : 1));
  const blocks = [`# ${words.title}`, words.other, words.intro];
  return `${[...blocks, ...sorted.map((rule) => section(rule, language))].join('\n\n')}\n`;
}

function section({ id, severity, confidence, refs, text }: Rule, language: Language): string {
  const words = WORDS[language];
  const { title, why, check } = text[language];
  return [
    `## ${id}\n`,
    `**${title}.** ${words.usually}: \`${severity}\` (${confidence}).\n`,
    `- ${words.why}: ${why}`,
    `- ${words.check}: ${check}`,
    `- ${words.sources}: ${refs.join(', ')}`,
  ].join('\n');
}
