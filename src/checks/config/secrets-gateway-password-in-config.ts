import { defineCheck } from '../define.ts';
import { isStored } from './stored.ts';

const REFERENCE = {
  config: `{ gateway: { auth: { mode: "password", password: "\${GW_PASS}" } } }`,
  env: { GW_PASS: 'a long enough password' },
};

export default defineCheck({
  id: 'config.secrets.gateway_password_in_config',
  severity: 'warn',
  needs: ['config'],
  refs: ['CWE-256', 'CWE-312'],
  departures: {
    env_reference: {
      reference: 'Reports a password written as a reference to a variable as stored in the file.',
      why: 'The file then holds the name of a variable, not the password.',
      source: 'OpenClaw 2026.2.24, observed; openclaw/openclaw#62438',
    },
  },
  text: {
    en: {
      title: 'Gateway password is written in the config',
      why: 'Whoever sees the file, a backup of it or a support bundle can log in to the gateway.',
      remedy:
        'Move the password to the environment variable `OPENCLAW_GATEWAY_PASSWORD`, remove `gateway.auth.password` from the file, and change the password if the file was ever shared.',
      written: '`gateway.auth.password` holds a password of {length} characters.',
    },
    ko: {
      title: '게이트웨이 비밀번호가 설정 파일에 적혀 있습니다',
      why: '이 파일이나 백업, 지원용 자료를 본 사람은 게이트웨이에 로그인할 수 있습니다.',
      remedy:
        '비밀번호를 환경 변수 `OPENCLAW_GATEWAY_PASSWORD`로 옮기고 파일에서 `gateway.auth.password`를 제거합니다. 파일을 공유한 적이 있다면 비밀번호를 바꿉니다.',
      written: '`gateway.auth.password`에 {length}자 비밀번호가 적혀 있습니다.',
    },
  },
  examples: {
    bad: [
      {
        config: '{ gateway: { auth: { password: "a long enough password" } } }',
        offending: '"a long enough password"',
      },
      '{ gateway: { auth: { mode: "none", password: "a long enough password" } } }',
      '{ gateway: { auth: { password: "xxxxxxxxxxxxxxxx" } } }',
      { ...REFERENCE, compat: true },
    ],
    good: [
      '{}',
      '{ gateway: { auth: { password: "  " } } }',
      { env: { OPENCLAW_GATEWAY_PASSWORD: 'a long enough password' } },
      REFERENCE,
      { config: `{ gateway: { auth: { password: "$\${GW_PASS}" } } }`, compat: true },
    ],
  },
  *run({ config }, report, departs) {
    const route = ['gateway', 'auth', 'password'] as const;
    const password = config.secret(...route);
    if (!password || !isStored(password, !departs('env_reference'))) return;
    yield report('written', { length: password.length }, config.at(...route));
  },
});
