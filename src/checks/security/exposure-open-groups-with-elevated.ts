import { defineCheck } from '../define.ts';
import { OPEN_GROUPS } from './open-groups.ts';

export default defineCheck({
  id: 'security.exposure.open_groups_with_elevated',
  severity: 'critical',
  needs: ['config', 'exposure', 'tools'],
  when: [['channels']],
  fix: 'open_groups',
  refs: ['CWE-269', 'CWE-284', 'ASI01', 'ASI03'],
  text: {
    en: {
      title: 'Groups are open to anyone while elevated mode is available',
      why: 'Anyone in such a group talks to the agent. One message that persuades it, in a session of someone who may use elevated mode, is enough for commands on the host.',
      remedy:
        'Set `groupPolicy` at each place shown to `allowlist`, and list the people in `groupAllowFrom`; or set `tools.elevated.enabled` to `false`.',
      open: 'Open to anyone: `{paths}`. `tools.elevated` is on.',
    },
    ko: {
      title: 'elevated 모드를 쓸 수 있는 상태에서 그룹이 누구에게나 열려 있습니다',
      why: '이런 그룹에서는 누구나 에이전트에게 말을 걸 수 있습니다. elevated 모드가 허용된 사람의 세션에서 에이전트를 속이는 메시지 하나면 호스트에서 명령이 실행됩니다.',
      remedy:
        '표시된 위치의 `groupPolicy`를 `allowlist`로 바꾸고 허용할 사람을 `groupAllowFrom`에 적으십시오. 또는 `tools.elevated.enabled`를 `false`로 설정하십시오.',
      open: '누구에게나 열린 곳: `{paths}`. `tools.elevated`가 켜져 있습니다.',
    },
  },
  examples: {
    bad: [
      {
        config:
          '{channels: {telegram: {groupPolicy: "open"}}, tools: {elevated: {allowFrom: {telegram: ["1"]}}}}',
        offending: '"open"',
      },
      '{channels: {discord: {accounts: {w: {token: "x", groupPolicy: "open"}}}}, tools: {elevated: {allowFrom: {discord: ["*"]}}}}',
      '{channels: {telegram: {groups: {"-1": {groupPolicy: "open"}}}}, tools: {elevated: {allowFrom: {telegram: ["1"]}}}}',
      { config: '{channels: {telegram: {groupPolicy: "open"}}}', compat: true },
      { config: '{channels: {telegram: {enabled: false, groupPolicy: "open"}}}', compat: true },
    ],
    good: [
      '{channels: {telegram: {groupPolicy: "open"}}}',
      '{channels: {telegram: {groupPolicy: "open"}}, tools: {elevated: {allowFrom: {discord: ["1"]}}}}',
      '{channels: {telegram: {groupPolicy: "open"}}, tools: {elevated: {enabled: false, allowFrom: {telegram: ["1"]}}}}',
      '{channels: {telegram: {enabled: false, groupPolicy: "open"}}, tools: {elevated: {allowFrom: {telegram: ["1"]}}}}',
      '{channels: {telegram: {groupPolicy: "allowlist"}}, tools: {elevated: {allowFrom: {telegram: ["1"]}}}}',
      '{channels: {defaults: {groupPolicy: "open"}, telegram: {botToken: "1:x"}}, tools: {elevated: {allowFrom: {telegram: ["1"]}}}}',
    ],
  },
  departures: {
    open_groups: OPEN_GROUPS,
    nobody_elevated: {
      reference:
        'Reports elevated mode as available although `tools.elevated.allowFrom` names nobody.',
      why: 'Elevated mode needs a sender that is listed for the channel; without one it cannot be switched on there.',
      source: 'https://docs.openclaw.ai/tools/elevated',
    },
  },
  *run({ config, exposure, tools }, report, departs) {
    if (!tools.elevated) return;
    const all = departs('open_groups') ? exposure.openGroups : exposure.openGroupsByReference;
    const open = departs('nobody_elevated')
      ? all.filter(({ channel }) => exposure.elevates(channel))
      : all;
    if (open.length === 0) return;
    yield report(
      'open',
      { paths: open.map(({ path }) => path) },
      open.map(({ route }) => config.at(...route)),
    );
  },
});
