import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'live.wrong_credential_accepted',
  severity: 'critical',
  needs: ['config', 'live'],
  refs: ['CWE-287'],
  text: {
    en: {
      title: 'The running gateway takes a wrong credential',
      why: 'It asks for a credential and lets in whoever gives one, right or wrong.',
      remedy:
        'Find out what answers on this port: a reverse proxy that adds the right credential itself, or a gateway that is not the one of this config. Then restart the gateway and run this again.',
      open: '`{url}` refused a request without a credential and took one with a random one.',
    },
    ko: {
      title: '실행 중인 게이트웨이가 잘못된 인증 정보를 받아들입니다',
      why: '인증 정보를 요구하지만 맞는지와 상관없이 통과시킵니다.',
      remedy:
        '이 포트에서 무엇이 응답하는지 확인하십시오. 올바른 인증 정보를 스스로 덧붙이는 리버스 프록시이거나 이 설정의 게이트웨이가 아닐 수 있습니다. 그런 다음 게이트웨이를 다시 시작하고 다시 실행하십시오.',
      open: '`{url}`에서 인증 정보가 없는 요청은 거부하고 무작위 인증 정보가 있는 요청은 받아들였습니다.',
    },
  },
  examples: {
    bad: [
      {
        config: '{ gateway: { auth: { mode: "token" } } }',
        live: { verdicts: { tools_bare: 'refused', tools_wrong: 'open' } },
        offending: '{ mode: "token" }',
      },
    ],
    good: [
      { live: { verdicts: { tools_bare: 'refused', tools_wrong: 'refused' } } },
      // Then no credential is asked for at all, and another check says so.
      { live: { verdicts: { tools_bare: 'open', tools_wrong: 'open' } } },
    ],
  },
  *run({ config, live }, report) {
    if (live.verdict('tools_bare') !== 'refused' || live.verdict('tools_wrong') !== 'open') return;
    yield report('open', { url: live.url('tools_wrong') }, config.at('gateway', 'auth'));
  },
});
