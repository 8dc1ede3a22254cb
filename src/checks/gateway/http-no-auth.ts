import { defineCheck } from '../define.ts';
import { CUSTOM_LOOPBACK, isRemote, TEXT_REFERENCE } from './reach.ts';

const UNSET =
  '{ gateway: { auth: { token: { source: "env", provider: "default", id: "GW_TOKEN" } } } }';
const LOCAL =
  '{ gateway: { bind: "custom", customBindHost: "127.0.0.1", auth: { mode: "none" } } }';

export default defineCheck({
  id: 'gateway.http.no_auth',
  severity: 'critical',
  needs: ['gateway', 'auth'],
  refs: ['CWE-306'],
  departures: {
    custom_loopback: CUSTOM_LOOPBACK,
    text_reference: TEXT_REFERENCE,
    unresolved_secret: {
      reference:
        'Reports a token or password that is a reference it could not resolve as no authentication at all, and says that the mode is `none`.',
      why: 'The gateway resolves the reference itself, and does not start when it cannot: it never answers without a secret.',
      source: 'OpenClaw 2026.9.6, observed',
    },
  },
  text: {
    en: {
      title: 'HTTP endpoints answer without a secret',
      why: 'Anyone who reaches the port can call tools, and through the chat endpoints talk to your agents, with a plain HTTP request.',
      remedy:
        'Set `gateway.auth.mode` to `token` (or `password`) and put the secret in `OPENCLAW_GATEWAY_TOKEN` (or `OPENCLAW_GATEWAY_PASSWORD`).',
      tools:
        '`gateway.auth.mode` is `none`; `{endpoints}` is always served, the chat endpoints are off.',
      chat: '`gateway.auth.mode` is `none`; `{endpoints}` are served, chat included.',
      missing: 'For the auth mode `{mode}` no usable secret was found; `{endpoints}` is served.',
    },
    ko: {
      title: 'HTTP 엔드포인트가 인증 없이 응답합니다',
      why: '포트에 접근할 수 있는 사람은 일반 HTTP 요청으로 도구를 호출할 수 있고, 채팅 엔드포인트를 통해 에이전트와 대화할 수 있습니다.',
      remedy:
        '`gateway.auth.mode`를 `token`(또는 `password`)으로 설정하고 비밀 값을 `OPENCLAW_GATEWAY_TOKEN`(또는 `OPENCLAW_GATEWAY_PASSWORD`)에 넣습니다.',
      tools:
        '`gateway.auth.mode` 값이 `none`입니다. `{endpoints}` 경로는 항상 제공되며 채팅 엔드포인트는 꺼져 있습니다.',
      chat: '`gateway.auth.mode` 값이 `none`입니다. 채팅을 포함하여 `{endpoints}` 경로가 제공됩니다.',
      missing:
        '인증 모드 `{mode}`에 쓸 수 있는 비밀 값을 찾지 못했습니다. `{endpoints}` 경로가 제공됩니다.',
    },
  },
  examples: {
    bad: [
      {
        config: '{ gateway: { bind: "lan", auth: { mode: "none" } } }',
        offending: '"none"',
      },
      '{ gateway: { auth: { mode: "none" }, tailscale: { mode: "serve" } } }',
      {
        config:
          '{ gateway: { auth: { mode: "none" }, http: { endpoints: { responses: { enabled: true } } } } }',
        severity: 'warn',
      },
      { config: '{}', openclawVersion: '2026.9.6', severity: 'warn' },
      { config: UNSET, openclawVersion: '2026.9.6', compat: true, severity: 'warn' },
      {
        config: '{ gateway: { auth: { token: "$GW_TOKEN" } } }',
        env: { GW_TOKEN: '0123456789abcdef01234567' },
        openclawVersion: '2026.9.6',
        compat: true,
        severity: 'warn',
      },
      { config: LOCAL, severity: 'warn' },
      { config: LOCAL, compat: true },
    ],
    good: [
      // What nobody here can read is unknown, and said to be so.
      { config: UNSET, openclawVersion: '2026.9.6', unmeasured: true },
      {
        config: '{ gateway: { auth: { token: { source: "exec", provider: "p", id: "x" } } } }',
        openclawVersion: '2026.9.6',
        unmeasured: true,
      },
      {
        config: '{ gateway: { auth: { token: "$GW_TOKEN" } } }',
        env: { GW_TOKEN: '0123456789abcdef01234567' },
        openclawVersion: '2026.9.6',
      },
      {
        config: '{ gateway: { auth: { mode: "trusted-proxy" } } }',
        openclawVersion: '2026.9.6',
      },
      '{}',
      '{ gateway: { bind: "lan" } }',
    ],
  },
  *run({ gateway, auth }, report, departs) {
    const refused = auth.textReference && !departs('text_reference');
    if (!auth.httpUnguarded && !refused) return;
    const { mode } = auth;
    // A gateway that cannot find its secret does not start.
    if (mode !== 'none' && auth.unresolved && departs('unresolved_secret')) {
      auth.assertRead();
      return;
    }
    const severity = isRemote(gateway, departs('custom_loopback')) ? 'critical' : 'warn';
    const { httpEndpoints: endpoints, chatCompletions, responses } = gateway;
    const at = auth.modeAt;
    if (mode !== 'none') yield report('missing', { endpoints, mode }, at, { severity });
    else
      yield report(chatCompletions || responses ? 'chat' : 'tools', { endpoints }, at, {
        severity,
      });
  },
});
