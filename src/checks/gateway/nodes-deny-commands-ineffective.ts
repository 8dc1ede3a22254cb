import { commandsMeant, isPatternLike } from '../../posture/node-commands.ts';
import { defineCheck } from '../define.ts';

/** Names given as examples in the remedy. */
const SHOWN = 8;
/** Entries for which the nearest command is looked up. */
const COMPARED = 20;

export default defineCheck({
  id: 'gateway.nodes.deny_commands_ineffective',
  severity: 'warn',
  needs: ['config', 'nodes'],
  when: [['gateway', 'nodes']],
  refs: ['CWE-183'],
  departures: {
    default_off: {
      reference:
        'Calls a denied command such as `camera.snap` unknown unless it is allowed somewhere.',
      why: 'It is a real command that is off by default; denying it keeps it off whatever is allowed later.',
      source: 'OpenClaw 2026.2.24, observed; openclaw/openclaw#16508',
    },
  },
  text: {
    en: {
      title: 'Denied node commands are not denied',
      why: 'Names are compared exactly: a pattern or a misspelt name blocks nothing, and the command stays available to the agents.',
      remedy:
        'Write every command out in `{setting}`, for example `{known}`, and remove the entries that match nothing.',
      patterns: 'Patterns are not expanded: `{patterns}`.',
      unknown: 'No such command: `{unknown}`.',
      both: 'Patterns are not expanded: `{patterns}`. No such command: `{unknown}`.',
    },
    ko: {
      title: '거부한 노드 명령이 실제로는 거부되지 않습니다',
      why: '이름은 정확히 일치해야 합니다. 패턴이나 잘못 쓴 이름은 아무것도 막지 못하며 에이전트가 그 명령을 계속 쓸 수 있습니다.',
      remedy:
        '`{setting}`에 명령을 하나씩 정확히 적고(예: `{known}`), 일치하는 명령이 없는 항목은 제거합니다.',
      patterns: '패턴은 확장되지 않습니다: `{patterns}`.',
      unknown: '존재하지 않는 명령입니다: `{unknown}`.',
      both: '패턴은 확장되지 않습니다: `{patterns}`. 존재하지 않는 명령입니다: `{unknown}`.',
    },
  },
  examples: {
    bad: [
      {
        config: '{ gateway: { nodes: { commands: { deny: ["canvas.eval"] } } } }',
        openclawVersion: '2026.9.6',
        offending: '"canvas.eval"',
      },
      {
        config: '{ gateway: { nodes: { denyCommands: ["system.run", "canvas.*"] } } }',
        offending: '"canvas.*"',
      },
      '{ gateway: { nodes: { denyCommands: ["system.reboot"] } } }',
      '{ gateway: { nodes: { denyCommands: ["System.run"] } } }',
      {
        config: '{ gateway: { nodes: { denyCommands: ["camera.snap"] } } }',
        compat: true,
      },
    ],
    good: [
      {
        config: '{ gateway: { nodes: { commands: { deny: ["camera.snap", "fs.listDir"] } } } }',
        openclawVersion: '2026.9.6',
        compat: true,
      },
      '{ gateway: { nodes: { denyCommands: ["system.run", " browser.proxy ", ""] } } }',
      '{ gateway: { nodes: { allowCommands: ["my.tool"], denyCommands: ["my.tool"] } } }',
      '{ gateway: { nodes: { denyCommands: ["camera.snap"] } } }',
      {
        config:
          '{ gateway: { nodes: { allowCommands: ["sms.send"], denyCommands: ["sms.send"] } } }',
        compat: true,
      },
    ],
  },
  *run({ config, nodes }, report, departs) {
    const { usual, dangerous, allow, deny, denyName: setting } = nodes;
    const real = [...usual, ...dangerous];
    // A release that lists more commands knows the dangerous ones too.
    const listed = usual.includes('canvas.eval') && !departs('default_off') ? usual : real;
    const effective = new Set([...listed, ...allow.map(({ text }) => text)]);
    const found = deny.flatMap(({ text: entry, route }) => {
      if (!entry || (effective.has(entry) && !isPatternLike(entry))) return [];
      return [{ entry, at: config.at(...route) }];
    });
    if (found.length === 0) return;
    const entries = found.map(({ entry }) => entry);
    const patterns = entries.filter(isPatternLike);
    const unknown = entries.filter((entry) => !isPatternLike(entry));
    const meant = [...unknown.slice(0, COMPARED), ...patterns.slice(0, COMPARED)].flatMap((entry) =>
      commandsMeant(entry, real),
    );
    const known = [...new Set([...meant, ...usual])].slice(0, SHOWN);
    const at = found.map((place) => place.at);
    if (unknown.length === 0) yield report('patterns', { setting, known, patterns }, at);
    else if (patterns.length === 0) yield report('unknown', { setting, known, unknown }, at);
    else yield report('both', { setting, known, patterns, unknown }, at);
  },
});
