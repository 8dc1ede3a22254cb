import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'live.forwarded_headers_believed',
  severity: 'critical',
  needs: ['config', 'live'],
  refs: ['CWE-348', 'CWE-290'],
  text: {
    en: {
      title: 'The running gateway believes forwarded headers of any local program',
      why: 'Headers that only the reverse proxy has a right to set open the gateway to every program and user of this host: they replace the credential.',
      remedy:
        'Let `gateway.trustedProxies` name only an address that nothing but the proxy can use (a network of its own, not `127.0.0.1` on a shared host), or use `gateway.auth.mode: "token"` behind the proxy.',
      open: '`{url}` refused a request without a credential and took the same with `X-Forwarded-For`, `X-Real-IP` and the header that names the user.',
    },
    ko: {
      title: '실행 중인 게이트웨이가 모든 로컬 프로그램의 전달 헤더를 신뢰합니다',
      why: '리버스 프록시만 설정할 수 있어야 하는 헤더가 인증 정보를 대신하므로, 이 호스트의 모든 프로그램과 사용자에게 게이트웨이가 열립니다.',
      remedy:
        '`gateway.trustedProxies`에는 프록시만 쓸 수 있는 주소(공유 호스트의 `127.0.0.1`이 아닌 전용 네트워크)만 적거나, 프록시 뒤에서도 `gateway.auth.mode: "token"`을 사용하십시오.',
      open: '`{url}`에서 인증 정보가 없는 요청은 거부했지만 `X-Forwarded-For`, `X-Real-IP`와 사용자 이름 헤더를 더한 요청은 받아들였습니다.',
    },
  },
  examples: {
    bad: [
      {
        config: '{ gateway: { trustedProxies: ["127.0.0.1"] } }',
        live: { verdicts: { tools_bare: 'refused', tools_forwarded: 'open' } },
        offending: '["127.0.0.1"]',
      },
    ],
    good: [
      { live: { verdicts: { tools_bare: 'refused', tools_forwarded: 'refused' } } },
      { live: { verdicts: { tools_bare: 'open', tools_forwarded: 'open' } } },
    ],
  },
  *run({ config, live }, report) {
    if (live.verdict('tools_bare') !== 'refused') return;
    if (live.verdict('tools_forwarded') !== 'open') return;
    const url = live.url('tools_forwarded');
    yield report('open', { url }, config.at('gateway', 'trustedProxies'));
  },
});
