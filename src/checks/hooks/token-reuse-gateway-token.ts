import { defineCheck } from '../define.ts';
import { TOKEN_REFERENCE } from './token-reference.ts';

const ONE = '0123456789abcdef01234567';
const HOOKS = `hooks: { enabled: true, token: "${ONE}" }`;
const PASSWORD = `{ gateway: { auth: { mode: "password", password: "${ONE}" } }, ${HOOKS} }`;
const UNUSED = `{ gateway: { auth: { mode: "none", token: "${ONE}" } }, ${HOOKS} }`;

export default defineCheck({
  id: 'hooks.token_reuse_gateway_token',
  severity: 'critical',
  needs: ['config', 'hooks', 'auth'],
  when: [['hooks']],
  refs: ['CWE-1391'],
  departures: {
    any_gateway_secret: {
      reference:
        'Compares the webhook token with the gateway token in token mode only, and never with the password.',
      why: 'A password opens the gateway just as well, and a token left in the config comes back with the next change of mode.',
      source: 'OpenClaw 2026.2.24, observed',
    },
  },
  text: {
    en: {
      title: 'Webhook token also opens the gateway',
      why: 'The token is handed to outside services; whoever reads it there gets full control of the gateway, not only the webhooks.',
      remedy:
        'Give the webhooks a secret of their own: set `hooks.token` to `{reference}` with 32 or more random characters, and change the one that was shared.',
      token: '`hooks.token` is the same as the gateway token.',
      password: '`hooks.token` is the same as the gateway password.',
      gateway: '`hooks.token` is the same as the secret of the gateway.',
    },
    ko: {
      title: '웹훅 토큰으로 게이트웨이까지 열 수 있습니다',
      why: '웹훅 토큰은 외부 서비스에 전달되므로, 그곳에서 토큰을 읽은 사람은 웹훅뿐 아니라 게이트웨이 전체를 제어하게 됩니다.',
      remedy:
        '웹훅에 별도의 비밀 값을 사용합니다. `hooks.token`을 `{reference}`으로 설정하고 32자 이상의 무작위 값을 넣은 뒤, 함께 쓰던 값은 교체합니다.',
      token: '`hooks.token` 값이 게이트웨이 토큰과 같습니다.',
      password: '`hooks.token` 값이 게이트웨이 비밀번호와 같습니다.',
      gateway: '`hooks.token` 값이 게이트웨이의 비밀 값과 같습니다.',
    },
  },
  examples: {
    bad: [
      {
        config: `{ gateway: { auth: { token: "${ONE}" } }, hooks: { enabled: true, token: " ${ONE}" } }`,
        offending: `" ${ONE}"`,
      },
      {
        config: `{ gateway: { auth: { mode: "password" } }, ${HOOKS} }`,
        env: { OPENCLAW_GATEWAY_TOKEN: ONE },
      },
      PASSWORD,
      UNUSED,
      { config: PASSWORD, openclawVersion: '2026.9.6', compat: true },
    ],
    good: [
      `{ gateway: { auth: { token: "fedcba9876543210fedcba98" } }, ${HOOKS} }`,
      `{ gateway: { auth: { token: "${ONE}" } }, hooks: { enabled: false, token: "${ONE}" } }`,
      '{ gateway: { auth: { token: "" } }, hooks: { enabled: true, token: "" } }',
      { config: PASSWORD, compat: true },
      { config: UNUSED, compat: true },
    ],
  },
  *run({ config, hooks, auth }, report, departs) {
    const { enabled, token } = hooks;
    if (!enabled || !token) return;
    const all = departs('any_gateway_secret');
    const at = [config.at('hooks', 'token')];
    const args = { reference: TOKEN_REFERENCE };
    const same = (other: typeof token | undefined) => other?.id === token.id;
    const compared = auth.comparedWithHooks.find(({ secret }) => same(secret));
    if ((all || compared) && [auth.token, auth.envToken].some(same))
      yield report('token', args, [...at, auth.tokenAt]);
    else if (all && same(auth.password)) yield report('password', args, [...at, auth.passwordAt]);
    else if (compared) yield report('gateway', args, [...at, compared.at]);
  },
});
