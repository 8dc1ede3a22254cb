import { defineCheck } from '../define.ts';
import { CUSTOM_LOOPBACK, isRemote } from './reach.ts';

const ALLOW = 'nodes: { allowCommands: ["camera.snap"] }';
const LOCAL = `{ gateway: { bind: "custom", customBindHost: "127.0.0.1", ${ALLOW} } }`;

export default defineCheck({
  id: 'gateway.nodes.allow_commands_dangerous',
  severity: 'critical',
  needs: ['config', 'gateway', 'nodes'],
  when: [['gateway', 'nodes']],
  refs: ['CWE-250'],
  departures: { custom_loopback: CUSTOM_LOOPBACK },
  text: {
    en: {
      title: 'Nodes may record, send and write on your devices',
      why: 'A hostile message that steers an agent can take pictures, record the screen, send messages or change your contacts and calendar.',
      remedy: 'Remove `{commands}` from `{allow}`, or list them in `{deny}`.',
      allowed: '`{allow}` allows `{commands}`, off by default.',
    },
    ko: {
      title: '노드가 기기에서 촬영, 녹화, 전송, 수정을 할 수 있습니다',
      why: '에이전트를 조종하는 악의적인 메시지가 사진을 찍거나, 화면을 녹화하거나, 메시지를 보내거나, 연락처와 일정을 바꿀 수 있습니다.',
      remedy: '`{allow}`에서 `{commands}` 항목을 제거하거나 `{deny}`에서 거부합니다.',
      allowed: '`{allow}` 설정이 기본적으로 꺼져 있는 `{commands}` 명령을 허용합니다.',
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
      {
        config: '{ gateway: { nodes: { commands: { allow: ["health.summary"] } } } }',
        openclawVersion: '2026.9.6',
        severity: 'warn',
        offending: '"health.summary"',
      },
      { config: LOCAL, compat: true },
    ],
    good: [
      {
        config: '{ gateway: { bind: "lan", nodes: { commands: { allow: ["system.run"] } } } }',
        openclawVersion: '2026.9.6',
      },
      '{ gateway: { bind: "lan", nodes: { allowCommands: ["canvas.eval", "CAMERA.SNAP"] } } }',
      '{ gateway: { nodes: { allowCommands: ["sms.send"], denyCommands: [" sms.send "] } } }',
    ],
  },
  *run({ config, gateway, nodes }, report, departs) {
    const denied = new Set(nodes.deny.map(({ text }) => text));
    const found = nodes.dangerous.flatMap((name) => {
      const entry = nodes.allow.find(({ text }) => text === name);
      return entry && !denied.has(name) ? [entry] : [];
    });
    if (found.length === 0) return;
    const commands = found.map(({ text }) => text);
    yield report(
      'allowed',
      { commands, allow: nodes.allowName, deny: nodes.denyName },
      found.map(({ route }) => config.at(...route)),
      { severity: isRemote(gateway, departs('custom_loopback')) ? 'critical' : 'warn' },
    );
  },
});
