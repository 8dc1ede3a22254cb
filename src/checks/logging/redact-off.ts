import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'logging.redact_off',
  severity: 'warn',
  needs: ['config'],
  when: [['logging']],
  fix: 'redaction',
  refs: ['CWE-532'],
  text: {
    en: {
      title: 'Secrets are written to the logs as they are',
      why: 'Tokens and keys in tool output end up in log files, status output and everything those are copied to.',
      remedy: 'Set `logging.redactSensitive` to `tools`.',
      off: '`logging.redactSensitive` is `off`.',
    },
    ko: {
      title: '비밀 정보가 마스킹되지 않고 로그에 남습니다',
      why: '도구 출력에 나온 토큰과 키가 로그 파일과 상태 출력, 그리고 그 사본에 그대로 남습니다.',
      remedy: '`logging.redactSensitive`를 `tools`로 설정합니다.',
      off: '`logging.redactSensitive` 값이 `off`입니다.',
    },
  },
  examples: {
    bad: [{ config: '{ logging: { redactSensitive: "off" } }', offending: '"off"' }],
    good: ['{}', '{ logging: { redactSensitive: "tools" } }', '{ logging: {} }'],
  },
  *run({ config }, report) {
    const route = ['logging', 'redactSensitive'] as const;
    if (config.string(...route) === 'off') yield report('off', {}, config.at(...route));
  },
});
