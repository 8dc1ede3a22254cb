import { defineCheck } from '../define.ts';
import { TOKEN_REFERENCE } from '../hooks/token-reference.ts';
import { isStored } from './stored.ts';

const REFERENCE = {
  config: `{ hooks: { enabled: true, token: "\${HOOK_SECRET}" } }`,
  env: { HOOK_SECRET: '0123456789abcdef01234567' },
};

export default defineCheck({
  id: 'config.secrets.hooks_token_in_config',
  severity: 'info',
  needs: ['config', 'hooks'],
  refs: ['CWE-312'],
  departures: {
    env_reference: {
      reference:
        'Reports a webhook token written as a reference to a variable as stored in the file.',
      why: 'The file then holds the name of a variable, not the token.',
      source: 'OpenClaw 2026.2.24, observed; openclaw/openclaw#62438',
    },
  },
  text: {
    en: {
      title: 'Webhook token is written in the config',
      why: 'Whoever sees the file or a backup of it can call the webhooks, so its permissions have to stay tight.',
      remedy: 'Set `hooks.token` to `{reference}` and put the token in that environment variable.',
      written: '`hooks.token` holds a token of {length} characters.',
    },
    ko: {
      title: '웹훅 토큰이 설정 파일에 적혀 있습니다',
      why: '이 파일이나 백업을 본 사람은 웹훅을 호출할 수 있으므로 파일 권한을 엄격하게 유지해야 합니다.',
      remedy: '`hooks.token`을 `{reference}`으로 설정하고 토큰은 그 환경 변수에 넣습니다.',
      written: '`hooks.token`에 {length}자 토큰이 적혀 있습니다.',
    },
  },
  examples: {
    bad: [
      {
        config: '{ hooks: { enabled: true, token: "0123456789abcdef01234567" } }',
        offending: '"0123456789abcdef01234567"',
      },
      '{ hooks: { enabled: true, token: "xxxxxxxxxxxxxxxxxxxxxxxx" } }',
      { ...REFERENCE, compat: true },
    ],
    good: [
      '{ hooks: { enabled: true } }',
      '{ hooks: { enabled: false, token: "0123456789abcdef01234567" } }',
      REFERENCE,
    ],
  },
  *run({ config, hooks }, report, departs) {
    const { enabled, token } = hooks;
    if (!enabled || !token || !isStored(token, !departs('env_reference'))) return;
    const args = { length: token.length, reference: TOKEN_REFERENCE };
    yield report('written', args, config.at('hooks', 'token'));
  },
});
