import { defineRule } from '../../rule.ts';

/** Something powerful is called by a name that is put together when the code runs. */
export const hiddenCall = defineRule({
  id: 'hidden-call',
  severity: 'warn',
  confidence: 'likely',
  refs: ['CWE-506', 'CWE-656'],
  text: {
    en: {
      title: 'A powerful function is called by a name that was put together',
      why: 'There is no need to compute this name: whoever does wants a search for it to find nothing.',
      check: 'Read what is called with it, and why the author did not write the name.',
      named: '`{name}` is not written out here.',
    },
    ko: {
      title: '강력한 함수를 조립한 이름으로 호출합니다',
      why: '이 이름을 계산할 필요가 없습니다. 검색으로 찾지 못하게 하려는 의도입니다.',
      check: '무엇을 호출하는지, 왜 이름을 그대로 쓰지 않았는지 읽어 보십시오.',
      named: '여기에는 `{name}`이(가) 그대로 쓰여 있지 않습니다.',
    },
  },
});
