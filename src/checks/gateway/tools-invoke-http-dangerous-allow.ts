import { defineCheck } from '../define.ts';
import { CUSTOM_LOOPBACK, listensBeyond } from './reach.ts';

const LOCAL = `{ gateway: { bind: "custom", customBindHost: "127.0.0.1", tools: { allow: ["cron"] } } }`;

export default defineCheck({
  id: 'gateway.tools_invoke_http.dangerous_allow',
  severity: 'critical',
  needs: ['config', 'gateway'],
  when: [['gateway', 'tools']],
  refs: ['CWE-749'],
  departures: { custom_loopback: CUSTOM_LOOPBACK },
  text: {
    en: {
      title: 'Tools that can take over the host are open over HTTP',
      why: 'Whoever holds the gateway token can call them with a single request: start sessions, schedule jobs or reconfigure the gateway, which amounts to running commands on the host.',
      remedy:
        'Remove `{tools}` from `gateway.tools.allow`; if one is needed over HTTP, keep `gateway.bind` at `loopback` and `gateway.tailscale.mode` off `funnel`.',
      allowed:
        '`gateway.tools.allow` lets `{tools}` through `/tools/invoke`, which refuses them by default.',
    },
    ko: {
      title: '호스트를 장악할 수 있는 도구가 HTTP로 열려 있습니다',
      why: '게이트웨이 토큰을 가진 사람은 요청 하나로 세션을 시작하고, 작업을 예약하고, 게이트웨이 설정을 바꿀 수 있습니다. 사실상 호스트에서 명령을 실행하는 것과 같습니다.',
      remedy:
        '`gateway.tools.allow`에서 `{tools}` 항목을 제거합니다. HTTP로 꼭 필요하다면 `gateway.bind`를 `loopback`으로 유지하고 `gateway.tailscale.mode`를 `funnel`로 두지 않습니다.',
      allowed:
        '`gateway.tools.allow` 설정이 `/tools/invoke`에서 기본적으로 거부되는 `{tools}` 도구를 허용합니다.',
    },
  },
  examples: {
    bad: [
      {
        config: '{ gateway: { bind: "lan", tools: { allow: [" CRON "] } } }',
        offending: '" CRON "',
      },
      '{ gateway: { tailscale: { mode: "funnel" }, tools: { allow: ["gateway"] } } }',
      { config: '{ gateway: { tools: { allow: ["sessions_spawn"] } } }', severity: 'warn' },
      {
        config: '{ gateway: { tailscale: { mode: "serve" }, tools: { allow: ["cron"] } } }',
        severity: 'warn',
      },
      {
        config: '{ gateway: { tools: { allow: ["exec"] } } }',
        openclawVersion: '2026.9.6',
        severity: 'warn',
        offending: '"exec"',
      },
      { config: LOCAL, severity: 'warn' },
      { config: LOCAL, compat: true },
    ],
    good: [
      '{ gateway: { bind: "lan", tools: { allow: ["read", "*"] } } }',
      '{}',
      '{ gateway: { tools: { allow: ["exec"] } } }',
      { config: '{ gateway: { tools: { allow: ["cron"] } } }', openclawVersion: '2026.9.6' },
    ],
  },
  *run({ config, gateway }, report, departs) {
    const route = ['gateway', 'tools', 'allow'] as const;
    const found = config.items(...route).flatMap((item, i) => {
      const name = typeof item === 'string' ? item.trim().toLowerCase() : '';
      return gateway.toolsRefusedOverHttp.includes(name)
        ? [{ name, at: config.at(...route, i) }]
        : [];
    });
    if (found.length === 0) return;
    const open =
      listensBeyond(gateway, departs('custom_loopback')) || gateway.tailscale === 'funnel';
    yield report(
      'allowed',
      { tools: [...new Set(found.map(({ name }) => name))] },
      found.map(({ at }) => at),
      { severity: open ? 'critical' : 'warn' },
    );
  },
});
