import { defineCheck } from '../define.ts';
import { CUSTOM_LOOPBACK, listensBeyond } from './reach.ts';

const ROUTE = ['gateway', 'controlUi', 'allowedOrigins'] as const;

/** `policy.wildcard_origin` says the same. */
export const TEXT = {
  en: {
    title: 'Control UI accepts every origin',
    why: 'Any web page you open can talk to the gateway through your browser, as if no list of origins were set.',
    remedy:
      'Replace `*` in `gateway.controlUi.allowedOrigins` by the full origins you open the Control UI from, for example `https://control.example.com`.',
    wildcard: '`gateway.controlUi.allowedOrigins` contains `*` and `gateway.bind` is `{bind}`.',
  },
  ko: {
    title: 'Control UI가 모든 출처를 허용합니다',
    why: '허용 출처 목록이 없는 것과 같으므로, 사용자가 여는 어떤 웹 페이지든 브라우저를 통해 게이트웨이에 접근할 수 있습니다.',
    remedy:
      '`gateway.controlUi.allowedOrigins`의 `*`를 Control UI를 여는 출처의 전체 형태로 바꿉니다(예: `https://control.example.com`).',
    wildcard:
      '`gateway.controlUi.allowedOrigins`에 `*`가 들어 있고 `gateway.bind` 값이 `{bind}`입니다.',
  },
} as const;

export default defineCheck({
  id: 'gateway.control_ui.allowed_origins_wildcard',
  severity: 'critical',
  needs: ['config', 'gateway'],
  when: [['gateway']],
  refs: ['CWE-942'],
  departures: { custom_loopback: CUSTOM_LOOPBACK },
  text: TEXT,
  examples: {
    bad: [
      {
        config:
          '{ gateway: { bind: "lan", controlUi: { allowedOrigins: ["https://a.example", " * "] } } }',
        offending: '" * "',
        openclawVersion: '2026.9.6',
      },
      {
        config: '{ gateway: { controlUi: { allowedOrigins: ["*"] } } }',
        severity: 'warn',
        openclawVersion: '2026.9.6',
      },
      {
        config:
          '{ gateway: { bind: "custom", customBindHost: "127.0.0.1", controlUi: { allowedOrigins: ["*"] } } }',
        severity: 'warn',
        openclawVersion: '2026.9.6',
      },
    ],
    good: [
      {
        config:
          '{ gateway: { bind: "lan", controlUi: { allowedOrigins: ["https://a.example"] } } }',
        openclawVersion: '2026.9.6',
      },
    ],
  },
  *run({ config, gateway }, report, departs) {
    const index = config
      .items(...ROUTE)
      .findIndex((item) => typeof item === 'string' && item.trim() === '*');
    if (index < 0) return;
    const severity = listensBeyond(gateway, departs('custom_loopback')) ? 'critical' : 'warn';
    const { bind } = gateway;
    yield report('wildcard', { bind }, config.at(...ROUTE, index), { severity });
  },
});
