import { defineCheck } from '../define.ts';
import { DANGEROUS_COMMANDS } from './node-commands.ts';
import { CUSTOM_LOOPBACK, isRemote } from './reach.ts';

const ROUTE = ['gateway', 'nodes', 'allowCommands'] as const;
const ALLOW = 'nodes: { allowCommands: ["camera.snap"] }';
const LOCAL = `{ gateway: { bind: "custom", customBindHost: "127.0.0.1", ${ALLOW} } }`;

export default defineCheck({
  id: 'gateway.nodes.allow_commands_dangerous',
  severity: 'critical',
  needs: ['config', 'gateway'],
  when: [['gateway', 'nodes']],
  refs: ['CWE-250'],
  departures: { custom_loopback: CUSTOM_LOOPBACK },
  text: {
    en: {
      title: 'Nodes may record, send and write on your devices',
      why: 'A hostile message that steers an agent can take pictures, record the screen, send messages or change your contacts and calendar.',
      remedy:
        'Remove `{commands}` from `gateway.nodes.allowCommands`, or list them in `gateway.nodes.denyCommands`.',
      allowed: '`gateway.nodes.allowCommands` allows `{commands}`, off by default.',
    },
    ko: {
      title: '노드가 기기에서 촬영, 녹화, 전송, 수정을 할 수 있습니다',
      why: '에이전트를 조종하는 악의적인 메시지가 사진을 찍거나, 화면을 녹화하거나, 메시지를 보내거나, 연락처와 일정을 바꿀 수 있습니다.',
      remedy:
        '`gateway.nodes.allowCommands`에서 `{commands}` 항목을 제거하거나 `gateway.nodes.denyCommands`에서 거부합니다.',
      allowed:
        '`gateway.nodes.allowCommands` 설정이 기본적으로 꺼져 있는 `{commands}` 명령을 허용합니다.',
    },
  },
  examples: {
    bad: [
      {
        config: `{ gateway: { bind: "lan", nodes: { allowCommands: [" camera.snap "] } } }`,
        offending: '" camera.snap "',
      },
      `{ gateway: { tailscale: { mode: "serve" }, ${ALLOW} } }`,
      { config: `{ gateway: { ${ALLOW} } }`, severity: 'warn' },
      { config: LOCAL, severity: 'warn' },
      { config: LOCAL, compat: true },
    ],
    good: [
      '{ gateway: { bind: "lan", nodes: { allowCommands: ["canvas.eval", "CAMERA.SNAP"] } } }',
      '{ gateway: { nodes: { allowCommands: ["sms.send"], denyCommands: [" sms.send "] } } }',
    ],
  },
  *run({ config, gateway }, report, departs) {
    const denied = new Set(config.strings('gateway', 'nodes', 'denyCommands'));
    const allowed = config
      .items(...ROUTE)
      .map((item) => (typeof item === 'string' ? item.trim() : ''));
    const commands = DANGEROUS_COMMANDS.filter(
      (name) => allowed.includes(name) && !denied.has(name),
    );
    if (commands.length === 0) return;
    yield report(
      'allowed',
      { commands },
      commands.map((name) => config.at(...ROUTE, allowed.indexOf(name))),
      { severity: isRemote(gateway, departs('custom_loopback')) ? 'critical' : 'warn' },
    );
  },
});
