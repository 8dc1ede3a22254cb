import { defineCheck } from '../define.ts';
import { CUSTOM_LOOPBACK, listensBeyond } from './reach.ts';

const FLAG = 'controlUi: { dangerouslyAllowHostHeaderOriginFallback: true }';
const LOCAL = `{ gateway: { bind: "custom", customBindHost: "127.0.0.1", ${FLAG} } }`;

export default defineCheck({
  id: 'gateway.control_ui.host_header_origin_fallback',
  severity: 'critical',
  needs: ['config', 'gateway'],
  when: [['gateway']],
  refs: ['CWE-346', 'CWE-350'],
  departures: { custom_loopback: CUSTOM_LOOPBACK },
  text: {
    en: {
      title: 'Control UI believes the Host header',
      why: 'A web page whose name resolves to the gateway (DNS rebinding) passes the origin check and can talk to it through your browser.',
      remedy:
        'Remove `gateway.controlUi.dangerouslyAllowHostHeaderOriginFallback` and list the origins in `gateway.controlUi.allowedOrigins`.',
      on: '`gateway.controlUi.dangerouslyAllowHostHeaderOriginFallback` is `true` and `gateway.bind` is `{bind}`.',
    },
    ko: {
      title: 'Control UI가 Host 헤더를 신뢰합니다',
      why: '게이트웨이 주소로 해석되는 이름의 웹 페이지(DNS 리바인딩)가 출처 검사를 통과하여 사용자의 브라우저로 게이트웨이에 접근할 수 있습니다.',
      remedy:
        '`gateway.controlUi.dangerouslyAllowHostHeaderOriginFallback`을 제거하고 `gateway.controlUi.allowedOrigins`에 출처를 지정합니다.',
      on: '`gateway.controlUi.dangerouslyAllowHostHeaderOriginFallback` 값이 `true`이고 `gateway.bind` 값이 `{bind}`입니다.',
    },
  },
  examples: {
    bad: [
      { config: `{ gateway: { bind: "lan", ${FLAG} } }`, offending: 'true' },
      { config: `{ gateway: { ${FLAG} } }`, severity: 'warn' },
      { config: LOCAL, severity: 'warn' },
      { config: LOCAL, compat: true },
    ],
    good: ['{ gateway: { bind: "lan" } }', `{ gateway: { ${FLAG.replace('true', 'false')} } }`],
  },
  *run({ config, gateway }, report, departs) {
    if (!gateway.hostHeaderOriginFallback) return;
    const beyond = listensBeyond(gateway, departs('custom_loopback'));
    yield report(
      'on',
      { bind: gateway.bind },
      config.at('gateway', 'controlUi', 'dangerouslyAllowHostHeaderOriginFallback'),
      { severity: beyond ? 'critical' : 'warn' },
    );
  },
});
