import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'live.tailscale_exposes_gateway',
  severity: 'warn',
  needs: ['config', 'gateway', 'ways'],
  refs: ['CWE-668'],
  text: {
    en: {
      title: 'Tailscale leads to the gateway, and the config says otherwise',
      why: 'What `tailscale serve` and `tailscale funnel` were told stays until they are told otherwise, restarts included. To the gateway such visitors come from this host.',
      serve:
        'Tailscale serves port {target} of this host to the tailnet on port {port}; `gateway.tailscale.mode` is `{mode}`.',
      remedy_serve:
        'Run `tailscale serve --https={port} off`, or set `gateway.tailscale.mode` to `"serve"` if the tailnet is meant to reach it.',
      funnel:
        'Tailscale Funnel opens port {target} of this host to the internet on port {port}; `gateway.tailscale.mode` is `{mode}`.',
      remedy_funnel:
        'Run `tailscale funnel --https={port} off`, then change the gateway’s credential: anyone may have tried it.',
    },
    ko: {
      title: '설정과 달리 Tailscale이 게이트웨이로 이어져 있습니다',
      why: '`tailscale serve`와 `tailscale funnel`에 한 번 지정한 내용은 바꿀 때까지 재시작 후에도 남습니다. 게이트웨이에는 이런 방문자가 이 호스트에서 온 것처럼 보입니다.',
      serve:
        'Tailscale이 이 호스트의 {target} 포트를 tailnet의 {port} 포트로 제공합니다. `gateway.tailscale.mode` 값은 `{mode}`입니다.',
      remedy_serve:
        '`tailscale serve --https={port} off`를 실행하십시오. tailnet에서 접근하는 것이 의도라면 `gateway.tailscale.mode`를 `"serve"`로 설정하십시오.',
      funnel:
        'Tailscale Funnel이 이 호스트의 {target} 포트를 인터넷의 {port} 포트로 공개합니다. `gateway.tailscale.mode` 값은 `{mode}`입니다.',
      remedy_funnel:
        '`tailscale funnel --https={port} off`를 실행한 뒤 게이트웨이의 인증 정보를 바꾸십시오. 누구든 시도했을 수 있습니다.',
    },
  },
  examples: {
    bad: [
      { ways: { tailnet: [{ port: 443, target: 18789, funnel: false }] } },
      {
        config: '{ gateway: { tailscale: { mode: "serve" } } }',
        ways: { tailnet: [{ port: 443, target: 18789, funnel: true }] },
        offending: '"serve"',
        severity: 'critical',
      },
      {
        config: '{ gateway: { port: 4000, tailscale: { mode: "off" } } }',
        ways: { tailnet: [{ port: 8443, target: 4002, funnel: false }] },
      },
    ],
    good: [
      {
        config: '{ gateway: { tailscale: { mode: "serve" } } }',
        ways: { tailnet: [{ port: 443, target: 18789, funnel: false }] },
      },
      {
        config: '{ gateway: { tailscale: { mode: "funnel" } } }',
        ways: { tailnet: [{ port: 443, target: 18789, funnel: true }] },
      },
      { ways: { tailnet: [{ port: 443, target: 3000, funnel: true }] } },
    ],
  },
  *run({ config, gateway, ways }, report) {
    const { tailscale: mode } = gateway;
    for (const { port, target, funnel } of ways.tailscale()) {
      // Serve and funnel are for the gateway's own port; nothing else of it is meant to be served.
      const own = target === gateway.port;
      const meant = own && (mode === 'funnel' || (mode === 'serve' && !funnel));
      if (meant) continue;
      const at = config.at('gateway', 'tailscale', 'mode');
      const args = { port, target, mode };
      if (funnel)
        yield report('funnel', args, at, { severity: 'critical', remedy: 'remedy_funnel' });
      else yield report('serve', args, at, { remedy: 'remedy_serve' });
    }
  },
});
