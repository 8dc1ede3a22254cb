import { defineRule } from '../../rule.ts';

/** The YAML on top of a SKILL.md cannot be read as it stands. */
export const unreadableHead = defineRule({
  id: 'unreadable-head',
  severity: 'info',
  confidence: 'certain',
  refs: ['CWE-436'],
  text: {
    en: {
      title: 'The head of SKILL.md is not valid YAML',
      why: 'Programs that read it differ in what they make of it: one may see another name, description or requirement than you do. It is mostly a mistake, and can hide what a skill asks for.',
      check: 'Correct the line, or put the value in quotes: a `: ` within a plain text ends it.',
      wrong: 'It cannot be read from here on as written (`{code}`).',
    },
    ko: {
      title: 'SKILL.md의 머리말이 올바른 YAML이 아닙니다',
      why: '읽는 프로그램마다 다르게 해석하므로 이름, 설명, 요구 사항이 보이는 것과 다를 수 있습니다. 대개는 실수이지만 스킬이 요구하는 것을 숨길 수도 있습니다.',
      check:
        '해당 줄을 고치거나 값을 따옴표로 감싸십시오. 따옴표 없는 값에서 `: `는 값을 끝냅니다.',
      wrong: '여기부터 적힌 그대로 읽을 수 없습니다(`{code}`).',
    },
  },
});
