import { defineCheck } from '../define.ts';
import { CUSTOM_LOOPBACK, listensBeyond } from './reach.ts';

const LOCAL = '{ gateway: { bind: "custom", customBindHost: "127.0.0.1" } }';

export default defineCheck({
  id: 'gateway.control_ui.allowed_origins_required',
  severity: 'critical',
  needs: ['config', 'gateway'],
  when: [['gateway']],
  refs: ['CWE-346'],
  departures: { custom_loopback: CUSTOM_LOOPBACK },
  text: {
    en: {
      title: 'Control UI is on the network without a list of origins',
      why: 'Without the list the gateway cannot tell its own page from a hostile one that talks to it through your browser.',
      remedy:
        'Set `gateway.controlUi.allowedOrigins` to the full origins you open the Control UI from, for example `["https://control.example.com"]`, or set `gateway.controlUi.enabled` to `false`.',
      empty:
        '`gateway.bind` is `{bind}`, the Control UI is on, and `gateway.controlUi.allowedOrigins` names no origin.',
    },
    ko: {
      title: 'Control UI가 허용 출처 목록 없이 네트워크에 열려 있습니다',
      why: '목록이 없으면 게이트웨이는 자신의 페이지와, 사용자의 브라우저를 통해 접근하는 악성 페이지를 구별할 수 없습니다.',
      remedy:
        '`gateway.controlUi.allowedOrigins`에 Control UI를 여는 출처를 전체 형태로 지정하거나(예: `["https://control.example.com"]`), `gateway.controlUi.enabled`를 `false`로 설정합니다.',
      empty:
        '`gateway.bind` 값이 `{bind}`이고 Control UI가 켜져 있는데, `gateway.controlUi.allowedOrigins`에 지정된 출처가 없습니다.',
    },
  },
  examples: {
    bad: [
      '{ gateway: { bind: "lan" } }',
      {
        config: '{ gateway: { bind: "lan", controlUi: { allowedOrigins: ["  "] } } }',
        offending: '["  "]',
      },
      { config: LOCAL, compat: true },
    ],
    good: [
      '{}',
      LOCAL,
      '{ gateway: { bind: "lan", controlUi: { enabled: false } } }',
      '{ gateway: { bind: "lan", controlUi: { allowedOrigins: ["https://control.example.com"] } } }',
      '{ gateway: { bind: "lan", controlUi: { dangerouslyAllowHostHeaderOriginFallback: true } } }',
    ],
  },
  *run({ config, gateway }, report, departs) {
    if (!listensBeyond(gateway, departs('custom_loopback')) || !gateway.controlUi) return;
    if (gateway.allowedOrigins.length > 0 || gateway.hostHeaderOriginFallback) return;
    const at = config.at('gateway', 'controlUi', 'allowedOrigins');
    yield report('empty', { bind: gateway.bind }, at);
  },
});
