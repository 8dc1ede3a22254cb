import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'gateway.http.session_key_override_enabled',
  severity: 'info',
  needs: ['config', 'gateway'],
  when: [['gateway', 'http']],
  refs: ['CWE-639'],
  text: {
    en: {
      title: 'HTTP callers choose the session they talk to',
      why: 'Whoever holds the gateway secret can name any session in a request header and so read or continue the conversation of someone else.',
      served: '`{endpoints}` accept a session key in the request headers.',
    },
    ko: {
      title: 'HTTP 호출자가 대화할 세션을 고를 수 있습니다',
      why: '게이트웨이 비밀 값을 가진 사람은 요청 헤더에 임의의 세션을 지정하여 다른 사람의 대화를 읽거나 이어 갈 수 있습니다.',
      served: '`{endpoints}` 엔드포인트가 요청 헤더의 세션 키를 받아들입니다.',
    },
  },
  examples: {
    bad: [
      {
        config: '{ gateway: { http: { endpoints: { chatCompletions: { enabled: true } } } } }',
        offending: 'true',
      },
      '{ gateway: { http: { endpoints: { responses: { enabled: true } } } } }',
    ],
    good: ['{}', '{ gateway: { http: { endpoints: { responses: { enabled: false } } } } }'],
  },
  *run({ config, gateway }, report) {
    const served = [
      ...(gateway.chatCompletions ? (['chatCompletions'] as const) : []),
      ...(gateway.responses ? (['responses'] as const) : []),
    ];
    if (served.length === 0) return;
    yield report(
      'served',
      { endpoints: gateway.httpEndpoints.filter((path) => path !== '/tools/invoke') },
      served.map((name) => config.at('gateway', 'http', 'endpoints', name, 'enabled')),
    );
  },
});
