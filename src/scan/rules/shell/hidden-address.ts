import { defineRule } from '../../rule.ts';

/** An address is stored so that nobody reads it. */
export const hiddenAddress = defineRule({
  id: 'hidden-address',
  severity: 'warn',
  confidence: 'likely',
  refs: ['CWE-506', 'CWE-656'],
  text: {
    en: {
      title: 'An address is hidden by an encoding',
      why: 'An address that is honest is written plainly. Encoded, neither a reader nor a filter sees who is talked to.',
      check: 'See who owns the address shown here.',
      decoded: 'What is decoded here is the address `{address}`.',
    },
    ko: {
      title: '주소를 인코딩하여 숨겼습니다',
      why: '정당한 주소는 그대로 쓰면 됩니다. 인코딩하면 읽는 사람도 필터도 누구와 통신하는지 알 수 없습니다.',
      check: '여기 표시된 주소의 주인이 누구인지 확인하십시오.',
      decoded: '여기서 디코딩되는 것은 `{address}`라는 주소입니다.',
    },
  },
});
