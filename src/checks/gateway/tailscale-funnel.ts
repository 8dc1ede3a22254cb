import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'gateway.tailscale_funnel',
  severity: 'critical',
  needs: ['config', 'gateway'],
  when: [['gateway', 'tailscale']],
  refs: ['CWE-668'],
  text: {
    en: {
      title: 'Gateway is public on the internet',
      why: 'Everyone on the internet reaches the login of the gateway: only the token or password stands between them and your agents.',
      remedy:
        'Set `gateway.tailscale.mode` to `serve` (your tailnet only) or `off`; if it must be public, use `gateway.auth.mode` `password` with a long random password and set `gateway.auth.rateLimit`.',
      funnel: '`gateway.tailscale.mode` is `funnel`.',
    },
    ko: {
      title: '게이트웨이가 인터넷에 공개되어 있습니다',
      why: '인터넷의 누구나 게이트웨이 로그인에 접근할 수 있으며, 토큰이나 비밀번호 하나만이 에이전트를 지키고 있습니다.',
      remedy:
        '`gateway.tailscale.mode`를 `serve`(자신의 tailnet 전용) 또는 `off`로 설정합니다. 공개해야 한다면 `gateway.auth.mode`를 `password`로 하고 긴 무작위 비밀번호와 `gateway.auth.rateLimit`을 설정합니다.',
      funnel: '`gateway.tailscale.mode` 값이 `funnel`입니다.',
    },
  },
  examples: {
    bad: [{ config: '{ gateway: { tailscale: { mode: "funnel" } } }', offending: '"funnel"' }],
    good: ['{ gateway: { tailscale: { mode: "serve" } } }', '{}'],
  },
  *run({ config, gateway }, report) {
    if (gateway.tailscale !== 'funnel') return;
    yield report('funnel', {}, config.at('gateway', 'tailscale', 'mode'));
  },
});
