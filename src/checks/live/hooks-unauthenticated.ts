import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'live.hooks_unauthenticated',
  severity: 'critical',
  needs: ['config', 'live'],
  refs: ['CWE-306'],
  text: {
    en: {
      title: 'The running gateway takes webhooks without their token',
      why: 'Whoever reaches the port writes messages to the agent as if they came from you. This was tried with a request that has no message.',
      remedy: 'Set `hooks.token` to a long random value of its own and restart the gateway.',
      open: '`{url}` did not ask for the token.',
    },
    ko: {
      title: '실행 중인 게이트웨이가 토큰 없이 웹훅을 받습니다',
      why: '이 포트에 닿는 누구나 소유자가 보낸 것처럼 에이전트에게 메시지를 쓸 수 있습니다. 메시지가 없는 요청으로 시도한 결과입니다.',
      remedy:
        '`hooks.token`을 따로 정한 길고 무작위인 값으로 설정하고 게이트웨이를 다시 시작하십시오.',
      open: '`{url}`에서 토큰을 요구하지 않았습니다.',
    },
  },
  examples: {
    bad: [
      {
        config: '{ hooks: { enabled: true } }',
        live: { verdicts: { hooks_bare: 'open' } },
        offending: '{ enabled: true }',
      },
    ],
    good: [{ live: { verdicts: { hooks_bare: 'refused' } } }],
  },
  *run({ config, live }, report) {
    if (live.verdict('hooks_bare') !== 'open') return;
    yield report('open', { url: live.url('hooks_bare') }, config.at('hooks', 'token'));
  },
});
