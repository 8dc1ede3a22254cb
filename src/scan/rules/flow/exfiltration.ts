import { defineRule } from '../../rule.ts';

/** Something private is read and sent away. */
export const exfiltration = defineRule({
  id: 'exfiltration',
  severity: 'critical',
  confidence: 'likely',
  refs: ['CWE-200', 'CWE-506', 'ASI04'],
  text: {
    en: {
      title: 'Private data is read and sent away',
      why: 'What is read here is none of the business of the place it is sent to. Whoever runs that place gets it.',
      check:
        'Follow the steps from the first to the last line. It is honest only if you know the owner of the address and meant to give exactly this to them.',
      sent: '`{what}` goes to `{to}` through `{call}`.',
      packed: '`{what}` goes to `{to}` through `{call}`, made unreadable first (`{transforms}`).',
    },
    ko: {
      title: '개인 데이터를 읽어 외부로 보냅니다',
      why: '여기서 읽는 데이터는 전송 대상과 아무 관련이 없습니다. 그 주소를 운영하는 사람이 데이터를 갖게 됩니다.',
      check:
        '첫 줄부터 마지막 줄까지 단계를 따라가 보십시오. 주소의 주인을 알고 바로 이 데이터를 주려고 한 경우에만 정상입니다.',
      sent: '`{what}`이(가) `{call}`을(를) 통해 `{to}`(으)로 전송됩니다.',
      packed:
        '`{what}`이(가) 알아볼 수 없게 변환된 뒤(`{transforms}`) `{call}`을(를) 통해 `{to}`(으)로 전송됩니다.',
    },
  },
});
