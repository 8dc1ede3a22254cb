import { defineCheck } from '../define.ts';
import {
  commandsMeant,
  DANGEROUS_COMMANDS,
  DEFAULT_COMMANDS,
  isPatternLike,
} from './node-commands.ts';

const ROUTE = ['gateway', 'nodes', 'denyCommands'] as const;
/** Names given as examples in the remedy. */
const SHOWN = 8;
/** Entries for which the nearest command is looked up. */
const COMPARED = 20;

export default defineCheck({
  id: 'gateway.nodes.deny_commands_ineffective',
  severity: 'warn',
  needs: ['config'],
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
        'Write every command out in `gateway.nodes.denyCommands`, for example `{known}`, and remove the entries that match nothing.',
      patterns: 'Patterns are not expanded: `{patterns}`.',
      unknown: 'No such command: `{unknown}`.',
      both: 'Patterns are not expanded: `{patterns}`. No such command: `{unknown}`.',
    },
    ko: {
      title: '거부한 노드 명령이 실제로는 거부되지 않습니다',
      why: '이름은 정확히 일치해야 합니다. 패턴이나 잘못 쓴 이름은 아무것도 막지 못하며 에이전트가 그 명령을 계속 쓸 수 있습니다.',
      remedy:
        '`gateway.nodes.denyCommands`에 명령을 하나씩 정확히 적고(예: `{known}`), 일치하는 명령이 없는 항목은 제거합니다.',
      patterns: '패턴은 확장되지 않습니다: `{patterns}`.',
      unknown: '존재하지 않는 명령입니다: `{unknown}`.',
      both: '패턴은 확장되지 않습니다: `{patterns}`. 존재하지 않는 명령입니다: `{unknown}`.',
    },
  },
  examples: {
    bad: [
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
  *run({ config }, report, departs) {
    const allowed = config.strings('gateway', 'nodes', 'allowCommands');
    const real = [...DEFAULT_COMMANDS, ...DANGEROUS_COMMANDS];
    const effective = new Set([...(departs('default_off') ? real : DEFAULT_COMMANDS), ...allowed]);
    const found = config.items(...ROUTE).flatMap((item, i) => {
      const entry = typeof item === 'string' ? item.trim() : '';
      if (!entry || (effective.has(entry) && !isPatternLike(entry))) return [];
      return [{ entry, at: config.at(...ROUTE, i) }];
    });
    if (found.length === 0) return;
    const entries = found.map(({ entry }) => entry);
    const patterns = entries.filter(isPatternLike);
    const unknown = entries.filter((entry) => !isPatternLike(entry));
    const meant = [...unknown.slice(0, COMPARED), ...patterns.slice(0, COMPARED)].flatMap((entry) =>
      commandsMeant(entry, real),
    );
    const known = [...new Set([...meant, ...DEFAULT_COMMANDS])].slice(0, SHOWN);
    const at = found.map((place) => place.at);
    if (unknown.length === 0) yield report('patterns', { known, patterns }, at);
    else if (patterns.length === 0) yield report('unknown', { known, unknown }, at);
    else yield report('both', { known, patterns, unknown }, at);
  },
});
