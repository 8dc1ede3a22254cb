import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'live.web_page_reaches_gateway',
  severity: 'critical',
  needs: ['config', 'live'],
  refs: ['CWE-346', 'CWE-350'],
  text: {
    en: {
      title: 'A web page that the owner visits can use the gateway',
      why: 'A page whose name is made to lead to this host (DNS rebinding) sends such requests from the owner’s own browser. No firewall sees them.',
      remedy:
        'Set `gateway.auth.mode` to `"token"` with a long random `gateway.auth.token`: a page does not know it.',
      open: '`{url}` took a request with the Host and Origin of a page of another site, without a credential.',
    },
    ko: {
      title: '소유자가 방문한 웹 페이지에서 게이트웨이를 사용할 수 있습니다',
      why: '이름이 이 호스트를 가리키도록 바뀐 페이지(DNS 리바인딩)는 소유자의 브라우저에서 이런 요청을 보냅니다. 방화벽은 이를 보지 못합니다.',
      remedy:
        '`gateway.auth.mode`를 `"token"`으로, `gateway.auth.token`을 길고 무작위인 값으로 설정하십시오. 페이지는 이 값을 알지 못합니다.',
      open: '`{url}`에서 다른 사이트 페이지의 Host와 Origin을 가진 요청을 인증 정보 없이 받아들였습니다.',
    },
  },
  examples: {
    bad: [
      {
        config: '{ gateway: { auth: { mode: "none" } } }',
        live: { verdicts: { tools_website: 'open' } },
        offending: '{ mode: "none" }',
      },
    ],
    good: [{ live: { verdicts: { tools_bare: 'open', tools_website: 'refused' } } }],
  },
  *run({ config, live }, report) {
    if (live.verdict('tools_website') !== 'open') return;
    yield report('open', { url: live.url('tools_website') }, config.at('gateway', 'auth'));
  },
});
