import { defineRule } from '../../rule.ts';

export const duplicateBody = defineRule({
  id: 'duplicate-body',
  severity: 'info',
  confidence: 'certain',
  refs: ['ASI04'],
  text: {
    en: {
      title: 'The same text is installed under several names',
      why: 'Campaigns publish one body under hundreds of names, so that a search finds it whatever is sought. Copies of an honest skill look the same.',
      check: 'Keep the one whose author you know, and remove the others.',
      same: 'The body of `{name}` is also that of `{others}`.',
    },
    ko: {
      title: '같은 내용이 여러 이름으로 설치되어 있습니다',
      why: '공격 캠페인은 어떤 검색어에도 걸리도록 같은 본문을 수백 개의 이름으로 배포합니다. 정상 스킬의 복사본도 같은 모습입니다.',
      check: '작성자를 아는 것 하나만 남기고 나머지는 삭제하십시오.',
      same: '`{name}`의 본문이 `{others}`의 본문과 같습니다.',
    },
  },
});
