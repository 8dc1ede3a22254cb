import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'gateway.trusted_proxy_no_allowlist',
  severity: 'warn',
  needs: ['config', 'auth'],
  when: [['gateway', 'auth']],
  refs: ['CWE-863'],
  text: {
    en: {
      title: 'Everyone the proxy knows may use the gateway',
      why: 'Every account of the identity provider, not only yours, controls your agents.',
      remedy:
        'Set `gateway.auth.trustedProxy.allowUsers` to the users who may use the gateway, for example `["you@example.com"]`.',
      empty:
        '`gateway.auth.mode` is `trusted-proxy` and `gateway.auth.trustedProxy.allowUsers` names nobody.',
    },
    ko: {
      title: '프록시가 인증한 모든 사용자가 게이트웨이를 쓸 수 있습니다',
      why: '본인뿐 아니라 인증 제공자의 모든 계정이 에이전트를 제어할 수 있습니다.',
      remedy:
        '`gateway.auth.trustedProxy.allowUsers`에 게이트웨이를 사용할 수 있는 사용자를 지정합니다(예: `["you@example.com"]`).',
      empty:
        '`gateway.auth.mode` 값이 `trusted-proxy`인데 `gateway.auth.trustedProxy.allowUsers`에 지정된 사용자가 없습니다.',
    },
  },
  examples: {
    bad: [
      '{ gateway: { auth: { mode: "trusted-proxy" } } }',
      {
        config:
          '{ gateway: { auth: { mode: "trusted-proxy", trustedProxy: { allowUsers: [] } } } }',
        offending: '[]',
      },
    ],
    good: [
      '{}',
      '{ gateway: { auth: { mode: "trusted-proxy", trustedProxy: { allowUsers: ["a@example.com"] } } } }',
    ],
  },
  *run({ config, auth }, report) {
    const route = ['gateway', 'auth', 'trustedProxy', 'allowUsers'] as const;
    if (auth.mode !== 'trusted-proxy' || config.items(...route).length > 0) return;
    yield report('empty', {}, config.at(...route));
  },
});
