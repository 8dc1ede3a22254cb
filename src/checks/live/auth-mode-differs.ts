import { defineCheck } from '../define.ts';

/** `critical` when it asks for no credential at all. */
export default defineCheck({
  id: 'live.auth_mode_differs',
  severity: 'warn',
  needs: ['auth', 'live'],
  refs: ['CWE-1188', 'CWE-306'],
  text: {
    en: {
      title: 'The running gateway authenticates otherwise than the config says',
      why: 'A flag or a variable of its service, or a config that was changed and not loaded, decides who may connect.',
      remedy:
        'Restart the gateway; if it stays so, look for `--auth` in the command of its service and for `OPENCLAW_GATEWAY_PASSWORD` in its environment (`openclaw gateway status`).',
      differs: 'The gateway at `{url}` says its mode is `{running}`; the config says `{written}`.',
    },
    ko: {
      title: '실행 중인 게이트웨이의 인증 방식이 설정과 다릅니다',
      why: '서비스의 옵션이나 환경 변수, 또는 바꾸고 불러오지 않은 설정이 누가 연결할 수 있는지를 정하고 있습니다.',
      remedy:
        '게이트웨이를 다시 시작하십시오. 그래도 같다면 서비스 명령의 `--auth`와 환경 변수 `OPENCLAW_GATEWAY_PASSWORD`를 확인하십시오(`openclaw gateway status`).',
      differs:
        '`{url}`의 게이트웨이는 인증 방식이 `{running}`이라고 하지만 설정은 `{written}`입니다.',
    },
  },
  examples: {
    bad: [
      {
        config: '{ gateway: { auth: { mode: "token" } } }',
        live: { told: { authMode: 'password' } },
        offending: '"token"',
      },
      { config: '{}', live: { told: { authMode: 'none' } }, severity: 'critical' },
    ],
    good: [
      {
        config: '{ gateway: { auth: { mode: "password" } } }',
        live: { told: { authMode: 'password' } },
      },
      // Without a mode the secrets that the gateway finds decide, and its environment is its own.
      { config: '{}', live: { told: { authMode: 'password' } } },
      { config: '{ gateway: { auth: { mode: "none" } } }', live: { told: { authMode: 'none' } } },
    ],
  },
  *run({ auth, live }, report) {
    const running = live.authMode();
    const { mode: written, modeWritten, modeAt } = auth;
    if (running === undefined || running === written) return;
    if (!modeWritten && running !== 'none') return;
    const severity = running === 'none' ? 'critical' : 'warn';
    yield report('differs', { url: live.url('connect'), running, written }, modeAt, { severity });
  },
});
