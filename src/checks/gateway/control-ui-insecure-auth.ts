import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'gateway.control_ui.insecure_auth',
  severity: 'warn',
  needs: ['config'],
  when: [['gateway']],
  refs: ['CWE-319'],
  text: {
    en: {
      title: 'Control UI accepts a login over plain HTTP',
      why: 'Over plain HTTP anyone on the way reads the token; the flag alone does not switch off device identity.',
      remedy:
        'Remove `gateway.controlUi.allowInsecureAuth` and open the Control UI over HTTPS (Tailscale serve, a proxy) or on localhost.',
      on: '`gateway.controlUi.allowInsecureAuth` is `true`.',
    },
    ko: {
      title: 'Control UI가 일반 HTTP 로그인을 허용합니다',
      why: '일반 HTTP에서는 경로상의 누구나 토큰을 읽을 수 있습니다. 이 설정만으로 기기 식별이 꺼지지는 않습니다.',
      remedy:
        '`gateway.controlUi.allowInsecureAuth`를 제거하고 Control UI를 HTTPS(Tailscale serve, 프록시)나 localhost에서 엽니다.',
      on: '`gateway.controlUi.allowInsecureAuth` 값이 `true`입니다.',
    },
  },
  examples: {
    bad: [{ config: '{ gateway: { controlUi: { allowInsecureAuth: true } } }', offending: 'true' }],
    good: ['{}', '{ gateway: { controlUi: { allowInsecureAuth: false } } }'],
  },
  *run({ config }, report) {
    const route = ['gateway', 'controlUi', 'allowInsecureAuth'] as const;
    if (config.boolean(...route) !== true) return;
    yield report('on', {}, config.at(...route));
  },
});
