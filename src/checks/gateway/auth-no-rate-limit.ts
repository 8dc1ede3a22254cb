import { defineCheck } from '../define.ts';
import { CUSTOM_LOOPBACK, listensBeyond } from './reach.ts';

const LOCAL = '{ gateway: { bind: "custom", customBindHost: "127.0.0.1" } }';

export default defineCheck({
  id: 'gateway.auth_no_rate_limit',
  severity: 'warn',
  needs: ['config', 'gateway', 'auth'],
  when: [['gateway']],
  refs: ['CWE-307'],
  departures: { custom_loopback: CUSTOM_LOOPBACK },
  text: {
    en: {
      title: 'Failed logins are not slowed down',
      why: 'Anyone on the network can try tokens or passwords as fast as the gateway answers.',
      remedy:
        'Set `gateway.auth.rateLimit`, for example with `maxAttempts: 10`, `windowMs: 60000` and `lockoutMs: 300000`.',
      unset: '`gateway.bind` is `{bind}` and `gateway.auth.rateLimit` is not set.',
    },
    ko: {
      title: '로그인 실패에 속도 제한이 없습니다',
      why: '네트워크의 누구나 게이트웨이가 응답하는 속도로 토큰이나 비밀번호를 계속 시도할 수 있습니다.',
      remedy:
        '`gateway.auth.rateLimit`을 설정합니다(예: 시도 10회, 1분 기준, 5분 차단이면 `maxAttempts: 10`, `windowMs: 60000`, `lockoutMs: 300000`).',
      unset: '`gateway.bind` 값이 `{bind}`인데 `gateway.auth.rateLimit`이 설정되어 있지 않습니다.',
    },
  },
  examples: {
    bad: ['{ gateway: { bind: "lan" } }', { config: LOCAL, compat: true }],
    good: [
      '{}',
      LOCAL,
      '{ gateway: { bind: "lan", auth: { rateLimit: {} } } }',
      '{ gateway: { bind: "lan", auth: { mode: "trusted-proxy" } } }',
    ],
  },
  *run({ config, gateway, auth }, report, departs) {
    if (!listensBeyond(gateway, departs('custom_loopback'))) return;
    if (auth.mode === 'trusted-proxy' || config.get('gateway', 'auth', 'rateLimit')) return;
    yield report('unset', { bind: gateway.bind }, config.at('gateway', 'auth', 'rateLimit'));
  },
});
