import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'browser.control_no_auth',
  severity: 'critical',
  needs: ['config', 'browser', 'auth'],
  refs: ['CWE-306'],
  text: {
    en: {
      title: 'Browser control asks for no secret',
      why: 'Every process of this machine, and every page that makes it send a request, can drive a browser that is logged in to your accounts.',
      remedy:
        'Put a token of 32 or more random characters in `OPENCLAW_GATEWAY_TOKEN`, or set `browser.enabled` to `false`.',
      proxyRemedy:
        'Set `browser.enabled` to `false`, or put a long random password in `OPENCLAW_GATEWAY_PASSWORD`: browser control does not know the proxy.',
      open: 'Browser control is on, and neither a gateway token nor a password is set in the config or the environment.',
    },
    ko: {
      title: '브라우저 제어가 인증 없이 동작합니다',
      why: '이 시스템의 모든 프로세스와, 이 시스템이 요청을 보내게 만들 수 있는 모든 페이지가 내 계정으로 로그인된 브라우저를 조작할 수 있습니다.',
      remedy:
        '32자 이상의 무작위 토큰을 `OPENCLAW_GATEWAY_TOKEN`에 넣거나, `browser.enabled`를 `false`로 설정합니다.',
      proxyRemedy:
        '브라우저 제어는 프록시 인증을 알지 못하므로, `browser.enabled`를 `false`로 설정하거나 긴 무작위 비밀번호를 `OPENCLAW_GATEWAY_PASSWORD`에 넣습니다.',
      open: '브라우저 제어가 켜져 있는데 게이트웨이 토큰도 비밀번호도 설정이나 환경 변수에 없습니다.',
    },
  },
  examples: {
    bad: [
      '{}',
      '{ gateway: { auth: { mode: "none" } } }',
      '{ gateway: { auth: { mode: "trusted-proxy" } } }',
    ],
    good: [
      '{ browser: { enabled: false } }',
      '{ browser: { cdpUrl: "not a url" } }',
      '{ gateway: { auth: { mode: "none", token: "0123456789abcdef01234567" } } }',
      '{ gateway: { auth: { mode: "token", password: "a long enough password" } } }',
      { env: { OPENCLAW_GATEWAY_TOKEN: '0123456789abcdef01234567' } },
    ],
  },
  *run({ config, browser, auth }, report) {
    if (!browser.enabled || browser.problem !== undefined) return;
    if (auth.token || auth.password) return;
    const remedy = auth.mode === 'trusted-proxy' ? 'proxyRemedy' : 'remedy';
    yield report('open', {}, config.at('gateway', 'auth'), { remedy });
  },
});
