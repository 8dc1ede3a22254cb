import { defineCheck } from '../define.ts';
import { isRemote } from '../gateway/reach.ts';

const MAX_ATTEMPTS = 100;

export default defineCheck({
  id: 'policy.rate_limit_too_lax',
  severity: 'warn',
  needs: ['config', 'gateway'],
  refs: ['CWE-307'],
  text: {
    en: {
      title: 'The limit on failed logins limits nothing',
      why: 'Anyone on the network can try tokens or passwords almost as fast as the gateway answers.',
      remedy:
        'Set `gateway.auth.rateLimit.maxAttempts` to {max} or less; 10 for a minute is plenty for people.',
      lax: '`gateway.auth.rateLimit.maxAttempts` is {attempts}.',
    },
    ko: {
      title: '로그인 실패 제한이 사실상 없는 것과 같습니다',
      why: '네트워크의 누구나 게이트웨이가 응답하는 속도에 가깝게 토큰이나 비밀번호를 시도할 수 있습니다.',
      remedy:
        '`gateway.auth.rateLimit.maxAttempts`를 {max} 이하로 설정합니다. 사람이 쓰기에는 1분에 10회면 충분합니다.',
      lax: '`gateway.auth.rateLimit.maxAttempts` 값이 {attempts}입니다.',
    },
  },
  examples: {
    bad: [
      {
        config: '{ gateway: { bind: "lan", auth: { rateLimit: { maxAttempts: 1000000 } } } }',
        offending: '1000000',
      },
    ],
    good: [
      '{ gateway: { bind: "lan", auth: { rateLimit: { maxAttempts: 100 } } } }',
      '{ gateway: { auth: { rateLimit: { maxAttempts: 1000000 } } } }',
      '{ gateway: { bind: "lan" } }',
    ],
  },
  *run({ config, gateway }, report) {
    const route = ['gateway', 'auth', 'rateLimit', 'maxAttempts'] as const;
    const attempts = config.number(...route);
    if (attempts === undefined || attempts <= MAX_ATTEMPTS || !isRemote(gateway, true)) return;
    yield report('lax', { attempts, max: MAX_ATTEMPTS }, config.at(...route));
  },
});
