import { defineCheck } from '../define.ts';

/** What answers on the gateway's port, by the question that tells whether it asks for a credential. */
const DOORS = [
  ['connect_bare', 'WebSocket'],
  ['tools_bare', '/tools/invoke'],
  ['chat_bare', '/v1/chat/completions'],
  ['responses_bare', '/v1/responses'],
] as const;

export default defineCheck({
  id: 'live.unauthenticated',
  severity: 'critical',
  needs: ['config', 'live'],
  refs: ['CWE-306'],
  text: {
    en: {
      title: 'The running gateway takes requests without a credential',
      why: 'Any program of this host, and whoever else reaches the port, can make the agents use their tools. This was tried, not read from the config.',
      remedy:
        'Set `gateway.auth.mode` to `"token"` and `gateway.auth.token` to a long random value, restart the gateway and run this again.',
      open: 'Answered without asking for a credential: `{doors}`.',
    },
    ko: {
      title: '실행 중인 게이트웨이가 인증 정보 없이 요청을 받습니다',
      why: '이 호스트의 모든 프로그램과 이 포트에 닿는 누구나 에이전트의 도구를 쓸 수 있습니다. 설정에서 읽은 것이 아니라 실제로 시도한 결과입니다.',
      remedy:
        '`gateway.auth.mode`를 `"token"`으로, `gateway.auth.token`을 길고 무작위인 값으로 설정하고 게이트웨이를 다시 시작한 뒤 다시 실행하십시오.',
      open: '인증 정보를 요구하지 않고 응답한 경로: `{doors}`.',
    },
  },
  examples: {
    bad: [
      {
        config: '{ gateway: { auth: { mode: "none" } } }',
        live: { verdicts: { tools_bare: 'open' } },
        offending: '{ mode: "none" }',
      },
      { live: { verdicts: { connect_bare: 'open', tools_bare: 'refused' } } },
    ],
    good: [{ live: { verdicts: { tools_bare: 'refused', chat_bare: 'absent' } } }, '{}'],
  },
  *run({ config, live }, report) {
    const doors = DOORS.filter(([id]) => live.seen(id) === 'open').map(([, door]) => door);
    if (doors.length > 0) yield report('open', { doors }, config.at('gateway', 'auth'));
    for (const [id] of DOORS) live.verdict(id);
  },
});
