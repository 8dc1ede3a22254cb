import { defineCheck } from '../define.ts';
import { CUSTOM_LOOPBACK, listensBeyond } from './reach.ts';

const LOCAL = '{ gateway: { bind: "custom", customBindHost: "127.0.0.1" } }';

export default defineCheck({
  id: 'gateway.trusted_proxies_missing',
  severity: 'warn',
  needs: ['config', 'gateway'],
  refs: ['CWE-348'],
  departures: { custom_loopback: CUSTOM_LOOPBACK },
  text: {
    en: {
      title: 'No trusted proxies are named',
      why: 'Behind a reverse proxy every visitor would look like a local one, because the proxy connects from this machine.',
      remedy:
        'If a reverse proxy is in front of the Control UI, set `gateway.trustedProxies` to its addresses, for example `["127.0.0.1"]`; if there is none, keep the Control UI reachable from this machine only.',
      empty:
        'The gateway listens on loopback, serves the Control UI, and `gateway.trustedProxies` is empty.',
    },
    ko: {
      title: '신뢰할 프록시가 지정되어 있지 않습니다',
      why: '리버스 프록시 뒤에 있으면 프록시가 이 시스템에서 접속하므로 모든 방문자가 로컬 접속자로 보이게 됩니다.',
      remedy:
        'Control UI 앞에 리버스 프록시가 있다면 `gateway.trustedProxies`에 프록시 주소를 지정합니다(예: `["127.0.0.1"]`). 프록시가 없다면 Control UI를 이 시스템에서만 접근할 수 있게 유지합니다.',
      empty:
        '게이트웨이가 루프백에서 수신하면서 Control UI를 제공하는데 `gateway.trustedProxies` 값이 비어 있습니다.',
    },
  },
  examples: {
    bad: ['{}', '{ gateway: { trustedProxies: [] } }', LOCAL],
    good: [
      '{ gateway: { trustedProxies: ["127.0.0.1"] } }',
      '{ gateway: { controlUi: { enabled: false } } }',
      '{ gateway: { bind: "lan" } }',
      { config: LOCAL, compat: true },
    ],
  },
  *run({ config, gateway }, report, departs) {
    if (listensBeyond(gateway, departs('custom_loopback')) || !gateway.controlUi) return;
    if (gateway.trustedProxies.length > 0) return;
    yield report('empty', {}, config.at('gateway', 'trustedProxies'));
  },
});
