import { defineCheck } from '../define.ts';
import { CUSTOM_LOOPBACK, listensBeyond, TEXT_REFERENCE } from './reach.ts';

const LOCAL = '{ gateway: { bind: "custom", customBindHost: "127.0.0.1" } }';

export default defineCheck({
  id: 'gateway.bind_no_auth',
  severity: 'critical',
  needs: ['config', 'gateway', 'auth'],
  when: [['gateway']],
  refs: ['CWE-306'],
  departures: { custom_loopback: CUSTOM_LOOPBACK, text_reference: TEXT_REFERENCE },
  text: {
    en: {
      title: 'Gateway accepts anyone on the network',
      why: 'Whoever reaches the port controls your agents and everything their tools can do.',
      remedy:
        'Set `gateway.auth.mode` to `token` and put a token of 32 or more random characters in `OPENCLAW_GATEWAY_TOKEN`, or set `gateway.bind` to `loopback`.',
      none: '`gateway.bind` is `{bind}` and `gateway.auth.mode` is `none`.',
      missing:
        '`gateway.bind` is `{bind}`, and for the auth mode `{mode}` no secret is set in the config or the environment.',
    },
    ko: {
      title: '게이트웨이가 네트워크의 누구에게나 열려 있습니다',
      why: '포트에 접근할 수 있는 사람은 누구나 에이전트와 그 도구가 할 수 있는 모든 일을 제어합니다.',
      remedy:
        '`gateway.auth.mode`를 `token`으로 설정하고 32자 이상의 무작위 토큰을 `OPENCLAW_GATEWAY_TOKEN`에 넣거나, `gateway.bind`를 `loopback`으로 설정합니다.',
      none: '`gateway.bind` 값이 `{bind}`이고 `gateway.auth.mode` 값이 `none`입니다.',
      missing:
        '`gateway.bind` 값이 `{bind}`인데, 인증 모드 `{mode}`에 필요한 비밀 값이 설정에도 환경 변수에도 없습니다.',
    },
  },
  examples: {
    bad: [
      { config: '{ gateway: { bind: "lan" } }', offending: '"lan"' },
      '{ gateway: { bind: "auto", auth: { mode: "none", token: "0123456789abcdef01234567" } } }',
      '{ gateway: { bind: "tailnet", auth: { mode: "token", password: "a long enough password" } } }',
      '{ gateway: { bind: "custom", customBindHost: "0.0.0.0" } }',
      {
        config: '{ gateway: { bind: "lan", auth: { token: "$GW_TOKEN" } } }',
        openclawVersion: '2026.9.6',
        compat: true,
      },
      { config: LOCAL, compat: true },
    ],
    good: [
      '{}',
      LOCAL,
      '{ gateway: { bind: "lan", auth: { mode: "trusted-proxy" } } }',
      { config: '{ gateway: { bind: "lan" } }', env: { OPENCLAW_GATEWAY_TOKEN: 'abc' } },
      '{ gateway: { bind: "lan", auth: { password: "a long enough password" } } }',
    ],
  },
  *run({ config, gateway, auth }, report, departs) {
    if (!listensBeyond(gateway, departs('custom_loopback'))) return;
    const { mode } = auth;
    const refused = auth.textReference && !departs('text_reference');
    if ((auth.hasSharedSecret && !refused) || mode === 'trusted-proxy') return;
    const at = [config.at('gateway', 'bind'), config.at('gateway', 'auth')];
    const { bind } = gateway;
    if (mode === 'none') yield report('none', { bind }, at);
    else yield report('missing', { bind, mode }, at);
  },
});
