import { defineRule } from '../../rule.ts';

/** Somebody else gets a shell on this machine. */
export const remoteShell = defineRule({
  id: 'remote-shell',
  severity: 'critical',
  confidence: 'certain',
  refs: ['CWE-506', 'CWE-912', 'ASI05'],
  text: {
    en: {
      title: 'A shell is handed to a network connection',
      why: 'Whoever is at the other end runs what they like, with the rights of the agent.',
      check:
        'There is hardly an honest reason outside a lesson about attacks. See who connects to whom.',
      given: '`{call}` ties a shell to a connection.',
      listens: '`{call}` waits for a connection from outside.',
    },
    ko: {
      title: '셸을 네트워크 연결에 넘겨줍니다',
      why: '연결 반대편에 있는 사람이 에이전트의 권한으로 무엇이든 실행할 수 있습니다.',
      check:
        '공격을 가르치는 자료가 아니라면 정당한 이유가 거의 없습니다. 누가 누구에게 연결하는지 확인하십시오.',
      given: '`{call}`이(가) 셸을 연결에 묶습니다.',
      listens: '`{call}`이(가) 외부에서 오는 연결을 기다립니다.',
    },
  },
});
