import { defineCheck } from '../define.ts';
import { CUSTOM_LOOPBACK, listensBeyond, TEXT_REFERENCE } from './reach.ts';

const PROXY = '{ gateway: { auth: { mode: "trusted-proxy" } } }';
const NONE_SERVED = '{ gateway: { auth: { mode: "none" }, tailscale: { mode: "serve" } } }';
const LOCAL = '{ gateway: { bind: "custom", customBindHost: "127.0.0.1" } }';

export default defineCheck({
  id: 'gateway.loopback_no_auth',
  severity: 'critical',
  needs: ['gateway', 'auth'],
  refs: ['CWE-306'],
  departures: {
    custom_loopback: CUSTOM_LOOPBACK,
    text_reference: TEXT_REFERENCE,
    trusted_proxy: {
      reference: 'Says that a gateway in trusted-proxy mode has no authentication.',
      why: 'The proxy authenticates and the gateway refuses everyone else; what can be wrong with that mode has checks of its own, and setting a token, as advised, is no remedy there.',
      source: 'OpenClaw 2026.2.24, observed; openclaw/openclaw#91284',
    },
    none_over_serve: {
      reference: 'Is silent about auth mode `none` when Tailscale serve is on.',
      why: 'In that mode nobody is asked for an identity, whether serve could tell it or not.',
      source: 'OpenClaw 2026.2.24, observed',
    },
  },
  text: {
    en: {
      title: 'Gateway on loopback asks for no secret',
      why: 'Every process and browser tab of this machine can try to drive your agents, and a reverse proxy or tunnel in front of it would open it to everyone.',
      remedy:
        'Set `gateway.auth.mode` to `token` and put a token of 32 or more random characters in `OPENCLAW_GATEWAY_TOKEN`.',
      none: '`gateway.auth.mode` is `none` and the Control UI is on.',
      missing:
        'The Control UI is on, and for the auth mode `{mode}` no secret is set in the config or the environment.',
    },
    ko: {
      title: '루프백 게이트웨이가 인증 없이 동작합니다',
      why: '이 시스템의 모든 프로세스와 브라우저 탭이 에이전트를 조작하려 시도할 수 있고, 앞에 리버스 프록시나 터널을 두면 누구에게나 열립니다.',
      remedy:
        '`gateway.auth.mode`를 `token`으로 설정하고 32자 이상의 무작위 토큰을 `OPENCLAW_GATEWAY_TOKEN`에 넣습니다.',
      none: '`gateway.auth.mode` 값이 `none`이고 Control UI가 켜져 있습니다.',
      missing:
        'Control UI가 켜져 있는데, 인증 모드 `{mode}`에 필요한 비밀 값이 설정에도 환경 변수에도 없습니다.',
    },
  },
  examples: {
    bad: [
      '{}',
      { config: '{ gateway: { auth: { mode: "none" } } }', offending: '"none"' },
      '{ gateway: { auth: { mode: "token", password: "a long enough password" } } }',
      '{ gateway: { auth: { allowTailscale: false }, tailscale: { mode: "serve" } } }',
      NONE_SERVED,
      LOCAL,
      {
        config: '{ gateway: { auth: { token: "$GW_TOKEN" } } }',
        openclawVersion: '2026.9.6',
        compat: true,
      },
      { config: PROXY, compat: true },
    ],
    good: [
      '{ gateway: { auth: { token: "x" } } }',
      '{ gateway: { controlUi: { enabled: false } } }',
      '{ gateway: { bind: "lan" } }',
      '{ gateway: { tailscale: { mode: "serve" } } }',
      PROXY,
      {
        config: '{ gateway: { auth: { token: "$GW_TOKEN" } } }',
        openclawVersion: '2026.9.6',
      },
      { config: NONE_SERVED, compat: true },
      { config: LOCAL, compat: true },
    ],
  },
  *run({ gateway, auth }, report, departs) {
    if (listensBeyond(gateway, departs('custom_loopback')) || !gateway.controlUi) return;
    const { mode } = auth;
    if (mode === 'trusted-proxy' && departs('trusted_proxy')) return;
    const refused = auth.textReference && !departs('text_reference');
    if (auth.hasAuth && !refused && !(mode === 'none' && departs('none_over_serve'))) return;
    const at = auth.modeAt;
    if (mode === 'none') yield report('none', {}, at);
    else yield report('missing', { mode }, at);
  },
});
