import { defineRule } from '../../rule.ts';

/** Settings that come with an item lead to a place that only catches what it is sent. */
export const catcherAddress = defineRule({
  id: 'catcher-address',
  severity: 'warn',
  confidence: 'likely',
  refs: ['CWE-200', 'CWE-940', 'ASI04'],
  text: {
    en: {
      title: 'Settings lead to a tunnel or a catcher of requests',
      why: 'A tunnel or a tester of webhooks belongs to whoever opened it and is gone tomorrow. In settings that are shipped, everything that is sent to the service goes there: tokens too.',
      check:
        'See what is sent to this address. Only its author can own it; an address of your own belongs in its place.',
      leads: '`{address}` catches what it is sent; it stands in the settings that come with this.',
    },
    ko: {
      title: '설정이 터널이나 요청 수집 주소를 가리킵니다',
      why: '터널이나 웹훅 시험 주소는 그것을 연 사람의 것이고 내일이면 사라집니다. 배포된 설정에 있으면 그 서비스로 보내는 모든 것이, 토큰까지 그곳으로 갑니다.',
      check:
        '이 주소로 무엇을 보내는지 확인하십시오. 주인은 작성자일 수밖에 없으며, 그 자리에는 사용자 자신의 주소가 있어야 합니다.',
      leads: '`{address}`은(는) 받은 것을 수집하는 주소이며, 함께 배포되는 설정에 들어 있습니다.',
    },
  },
});
