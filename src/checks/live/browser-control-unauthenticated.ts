import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'live.browser_control_unauthenticated',
  severity: 'critical',
  needs: ['config', 'live'],
  refs: ['CWE-306'],
  text: {
    en: {
      title: 'Browser control answers without a credential',
      why: 'Every program of this host can drive the browser with the sessions that are signed in there.',
      remedy:
        'Set `gateway.auth.mode` to `"token"` or `"password"` with a long random value and restart the gateway; if no agent needs a browser, set `browser.enabled` to `false`.',
      open: '`{url}` told its status without asking for a credential.',
    },
    ko: {
      title: '브라우저 제어 서버가 인증 정보 없이 응답합니다',
      why: '이 호스트의 모든 프로그램이 로그인된 세션이 있는 브라우저를 조종할 수 있습니다.',
      remedy:
        '`gateway.auth.mode`를 `"token"` 또는 `"password"`로, 값을 길고 무작위로 설정하고 게이트웨이를 다시 시작하십시오. 브라우저가 필요한 에이전트가 없다면 `browser.enabled`를 `false`로 설정하십시오.',
      open: '`{url}`에서 인증 정보를 요구하지 않고 상태를 알려 주었습니다.',
    },
  },
  examples: {
    bad: [
      {
        config: '{ gateway: { auth: { mode: "none" } } }',
        live: { verdicts: { browser_control: 'open' } },
        offending: '{ mode: "none" }',
      },
    ],
    good: [{ live: { verdicts: { browser_control: 'refused' } } }],
  },
  *run({ config, live }, report) {
    if (live.verdict('browser_control') !== 'open') return;
    yield report('open', { url: live.url('browser_control') }, config.at('gateway', 'auth'));
  },
});
