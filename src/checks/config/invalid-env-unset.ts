import { defineCheck } from '../define.ts';
import { argOf, issuesOf, pathOf, placeOf } from './issues.ts';

export default defineCheck({
  id: 'config.invalid.env_unset',
  severity: 'warn',
  needs: ['snapshot'],
  refs: ['CWE-456', 'https://docs.openclaw.ai/gateway/configuration'],
  text: {
    en: {
      title: 'Config uses an environment variable that is not set',
      why: 'OpenClaw refuses a config with a variable that is unset or empty: a gateway started in this environment stays down. If the service sets the variable itself, only this audit cannot see the value.',
      remedy:
        'Set the variable where the gateway starts, for example in `.env` beside the config, or write the setting without it.',
      unset: '`{path}` needs the variable `{name}`, which is not set here',
      more: '{count} more uses of unset variables',
    },
    ko: {
      title: '설정이 지정되지 않은 환경 변수를 사용합니다',
      why: 'OpenClaw는 지정되지 않았거나 비어 있는 변수가 쓰인 설정을 거부하므로, 이 환경에서는 게이트웨이가 시작되지 않습니다. 서비스가 직접 변수를 지정한다면 이 감사에서만 값이 보이지 않는 것입니다.',
      remedy:
        '게이트웨이가 시작되는 곳, 예를 들어 설정 파일 옆의 `.env`에 변수를 지정하거나 변수 없이 설정을 쓰십시오.',
      unset: '`{path}` 설정에 필요한 `{name}` 변수가 여기에 지정되어 있지 않습니다',
      more: '지정되지 않은 변수를 사용하는 곳이 {count}개 더 있습니다',
    },
  },
  examples: {
    bad: [
      { config: `{gateway: {auth: {token: "\${GATEWAY_TOKEN}"}}}` },
      { config: `{gateway: {auth: {token: "\${GATEWAY_TOKEN}"}}}`, env: { GATEWAY_TOKEN: '' } },
    ],
    good: [
      {
        config: `{gateway: {auth: {token: "\${GATEWAY_TOKEN}"}}}`,
        env: { GATEWAY_TOKEN: 'x' },
      },
      { config: `{env: {vars: {WORD: "x"}}, messages: {responsePrefix: "\${WORD}"}}` },
      { config: `{messages: {responsePrefix: "$\${WORD} \${lower}"}}` },
      { config: null },
    ],
  },
  *run({ snapshot }, report) {
    const { shown, more, rest } = issuesOf(snapshot, 'env_unset');
    for (const issue of shown) {
      const args = { path: pathOf(snapshot, issue), name: argOf(issue, 'name') };
      yield report('unset', args, placeOf(issue));
    }
    if (more > 0) yield report('more', { count: more }, rest);
  },
});
