import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'live.foreign_origin_accepted',
  severity: 'warn',
  needs: ['config', 'gateway', 'live'],
  refs: ['CWE-346', 'CWE-1385'],
  text: {
    en: {
      title: 'The running gateway lets pages of other sites connect as the Control UI',
      why: 'A page that the owner visits opens the WebSocket of the gateway from the owner’s browser; then only the credential and the pairing of devices stand in its way.',
      foreign:
        'A connection as the Control UI from a page of another site was not refused for its origin.',
      remedy_foreign:
        'List in `gateway.controlUi.allowedOrigins` exactly the addresses under which you open the Control UI, such as `["https://gateway.example.org"]`; `"*"` lets every page in.',
      rebound:
        'A connection as the Control UI from a page whose name was made to lead here was not refused for its origin.',
      remedy_rebound:
        'Remove `gateway.controlUi.dangerouslyAllowHostHeaderOriginFallback` and list the addresses of the Control UI in `gateway.controlUi.allowedOrigins`.',
    },
    ko: {
      title: '실행 중인 게이트웨이가 다른 사이트의 페이지를 Control UI로 연결하게 합니다',
      why: '소유자가 방문한 페이지가 소유자의 브라우저에서 게이트웨이의 WebSocket을 엽니다. 그러면 인증 정보와 기기 페어링만이 이를 막습니다.',
      foreign:
        '다른 사이트의 페이지에서 Control UI로 연결했을 때 출처를 이유로 거부하지 않았습니다.',
      remedy_foreign:
        '`gateway.controlUi.allowedOrigins`에는 Control UI를 여는 주소만 정확히 적으십시오(예: `["https://gateway.example.org"]`). `"*"`는 모든 페이지를 허용합니다.',
      rebound:
        '이름이 이 호스트를 가리키도록 바뀐 페이지에서 Control UI로 연결했을 때 출처를 이유로 거부하지 않았습니다.',
      remedy_rebound:
        '`gateway.controlUi.dangerouslyAllowHostHeaderOriginFallback`을 제거하고 Control UI의 주소를 `gateway.controlUi.allowedOrigins`에 적으십시오.',
    },
  },
  examples: {
    bad: [
      {
        config: '{ gateway: { controlUi: { allowedOrigins: ["*"] } } }',
        live: { verdicts: { origin_foreign: 'open', origin_rebound: 'open' } },
        offending: '["*"]',
      },
      {
        config: '{ gateway: { controlUi: { dangerouslyAllowHostHeaderOriginFallback: true } } }',
        live: { verdicts: { origin_foreign: 'refused', origin_rebound: 'open' } },
        offending: 'true',
      },
    ],
    good: [{ live: { verdicts: { origin_foreign: 'refused', origin_rebound: 'refused' } } }],
  },
  *run({ config, gateway, live }, report) {
    const foreign = live.seen('origin_foreign') === 'open';
    if (!foreign && live.verdict('origin_rebound') !== 'open') {
      live.verdict('origin_foreign');
      return;
    }
    const message = foreign ? 'foreign' : 'rebound';
    const setting =
      !foreign && gateway.hostHeaderOriginFallback
        ? 'dangerouslyAllowHostHeaderOriginFallback'
        : 'allowedOrigins';
    yield report(message, {}, config.at('gateway', 'controlUi', setting), {
      remedy: `remedy_${message}`,
    });
  },
});
