import { defineCheck } from '../define.ts';

const NAMED =
  '{ gateway: { port: 1, auth: { token: { source: "env", provider: "default", id: "GW_TOKEN" } } } }';

export default defineCheck({
  id: 'gateway.probe_auth_secretref_unavailable',
  severity: 'warn',
  needs: ['auth', 'gatewayProbe'],
  departures: {
    every_reference: {
      reference:
        'Says so only of a secret that is written as text with a variable that is not set.',
      why: 'The gateway is asked without a secret just the same when an object names one that is not to be had here.',
      source: 'OpenClaw 2026.9.6, observed',
    },
  },
  text: {
    en: {
      title: 'Gateway was asked without its secret',
      why: 'The secret that the config names could not be had here, so an answer of the gateway says nothing about those who have it.',
      remedy:
        'Run the audit where the secret can be read (with the same variables as the gateway), or give it with `--token` or `--password`.',
      unavailable: '`gateway.auth.{mode}` is a reference that could not be resolved here',
    },
    ko: {
      title: '게이트웨이에 비밀 값 없이 접속했습니다',
      why: '설정이 가리키는 비밀 값을 여기서 얻을 수 없었으므로, 게이트웨이의 응답은 그 값을 가진 사람에게 어떻게 답하는지를 보여 주지 않습니다.',
      remedy:
        '비밀 값을 읽을 수 있는 곳(게이트웨이와 같은 환경 변수)에서 감사를 실행하거나 `--token` 또는 `--password`로 지정하십시오.',
      unavailable: '`gateway.auth.{mode}` 값이 여기서 찾을 수 없는 참조입니다',
    },
  },
  examples: {
    bad: [
      {
        config: `{ gateway: { port: 1, auth: { mode: "token", token: "\${GW_TOKEN}" } } }`,
        openclawVersion: '2026.9.6',
        deep: true,
        offending: `"\${GW_TOKEN}"`,
        compat: true,
      },
      { config: NAMED, openclawVersion: '2026.9.6', deep: true },
    ],
    good: [
      { config: NAMED, openclawVersion: '2026.9.6', deep: true, compat: true },
      { config: NAMED, openclawVersion: '2026.9.6' },
      {
        config: NAMED,
        env: { GW_TOKEN: '0123456789abcdef01234567' },
        openclawVersion: '2026.9.6',
        deep: true,
      },
      { config: '{ gateway: { port: 1 } }', openclawVersion: '2026.9.6', deep: true },
    ],
  },
  *run({ auth, gatewayProbe }, report, departs) {
    const { active, mode, unresolved, textReference } = auth;
    if (gatewayProbe === undefined || !unresolved || (active && active.length > 0)) return;
    const inText = active?.kind !== 'ref' || textReference;
    if (!inText && !departs('every_reference')) return;
    yield report('unavailable', { mode }, { kind: 'config', route: ['gateway', 'auth', mode] });
  },
});
