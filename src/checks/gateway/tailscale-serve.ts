import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'gateway.tailscale_serve',
  severity: 'info',
  needs: ['config', 'gateway'],
  when: [['gateway', 'tailscale']],
  refs: ['CWE-668'],
  text: {
    en: {
      title: 'Gateway is reachable from the tailnet',
      why: 'Every device and user that the tailnet policy lets through reaches the gateway although it listens on loopback.',
      serve: '`gateway.tailscale.mode` is `serve`.',
    },
    ko: {
      title: 'tailnet에서 게이트웨이에 접근할 수 있습니다',
      why: '게이트웨이가 루프백에서 수신하더라도 tailnet 정책이 허용하는 모든 기기와 사용자가 접근할 수 있습니다.',
      serve: '`gateway.tailscale.mode` 값이 `serve`입니다.',
    },
  },
  examples: {
    bad: [{ config: '{ gateway: { tailscale: { mode: "serve" } } }', offending: '"serve"' }],
    good: ['{ gateway: { tailscale: { mode: "funnel" } } }', '{}'],
  },
  *run({ config, gateway }, report) {
    if (gateway.tailscale !== 'serve') return;
    yield report('serve', {}, config.at('gateway', 'tailscale', 'mode'));
  },
});
