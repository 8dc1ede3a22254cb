import { defineCheck } from '../define.ts';
import { describeContexts } from './contexts.ts';
import { OPEN_GROUPS } from './open-groups.ts';

export default defineCheck({
  id: 'security.exposure.open_groups_with_runtime_or_fs',
  severity: 'critical',
  needs: ['config', 'exposure'],
  when: [['channels']],
  fix: 'open_groups',
  refs: ['CWE-284', 'CWE-653', 'ASI01', 'ASI02'],
  text: {
    en: {
      title: 'Groups are open to anyone while agents can reach the host',
      why: 'Anyone in such a group can get the agent to use its tools: to run commands, or to read and change files of the gateway’s user.',
      remedy:
        'Set `groupPolicy` at each place shown to `allowlist`. If it must stay open: `tools.profile: "messaging"`, or `agents.defaults.sandbox.mode: "all"`, or at least `tools.deny: ["group:runtime"]` with `tools.fs.workspaceOnly: true`.',
      runtime: 'Open to anyone: `{paths}`. Commands run outside a sandbox in `{contexts}`.',
      files: 'Open to anyone: `{paths}`. Files outside the workspace are in reach of `{contexts}`.',
    },
    ko: {
      title: '에이전트가 호스트에 접근할 수 있는 상태에서 그룹이 누구에게나 열려 있습니다',
      why: '이런 그룹에 있는 누구나 에이전트의 도구를 쓰게 만들 수 있습니다. 명령을 실행하거나, 게이트웨이 사용자의 파일을 읽고 바꾸는 것이 가능합니다.',
      remedy:
        '표시된 위치의 `groupPolicy`를 `allowlist`로 바꾸십시오. 열어 두어야 한다면 `tools.profile: "messaging"`이나 `agents.defaults.sandbox.mode: "all"`을 쓰고, 최소한 `tools.deny: ["group:runtime"]`과 `tools.fs.workspaceOnly: true`를 설정하십시오.',
      runtime: '누구에게나 열린 곳: `{paths}`. 샌드박스 밖에서 명령이 실행되는 곳: `{contexts}`.',
      files:
        '누구에게나 열린 곳: `{paths}`. 작업 공간 밖의 파일에 접근할 수 있는 곳: `{contexts}`.',
    },
  },
  examples: {
    bad: [
      { config: '{channels: {telegram: {groupPolicy: "open"}}}', offending: '"open"' },
      {
        config: '{channels: {telegram: {groupPolicy: "open"}}, tools: {deny: ["group:runtime"]}}',
        severity: 'warn',
      },
      '{channels: {telegram: {groupPolicy: "open"}}, tools: {profile: "messaging", alsoAllow: ["exec"]}}',
      '{channels: {telegram: {groupPolicy: "open"}}, tools: {profile: "messaging"}, agents: {list: [{id: "dev", tools: {profile: "coding"}}]}}',
      { config: '{channels: {telegram: {enabled: false, groupPolicy: "open"}}}', compat: true },
      '{channels: {telegram: {groups: {"-1": {topics: {"2": {groupPolicy: "open"}}}}}}}',
    ],
    good: [
      '{channels: {telegram: {groupPolicy: "allowlist"}}}',
      '{channels: {telegram: {groupPolicy: "open"}}, tools: {profile: "messaging"}}',
      '{channels: {telegram: {groupPolicy: "open"}}, agents: {defaults: {sandbox: {mode: "all"}}}}',
      '{channels: {telegram: {groupPolicy: "open"}}, tools: {deny: ["group:runtime"], fs: {workspaceOnly: true}}}',
      '{channels: {telegram: {enabled: false, groupPolicy: "open"}}}',
      '{channels: {defaults: {groupPolicy: "open"}, telegram: {botToken: "1:x"}}}',
      {
        config:
          '{channels: {telegram: {groupPolicy: "open"}}, tools: {profile: "messaging", alsoAllow: ["exec"]}}',
        compat: true,
      },
    ],
  },
  departures: {
    open_groups: OPEN_GROUPS,
    also_allow: {
      reference: 'Leaves `alsoAllow` out when a tool profile is set.',
      why: 'OpenClaw adds `alsoAllow` to the profile: `messaging` with `alsoAllow: ["exec"]` does run commands.',
      source: 'OpenClaw 2026.2.24, observed',
    },
  },
  *run({ config, exposure }, report, departs) {
    const open = departs('open_groups') ? exposure.openGroups : exposure.openGroupsByReference;
    const risky = departs('also_allow') ? exposure.risky : exposure.riskyByReference;
    if (open.length === 0 || risky.length === 0) return;
    const runtime = risky.some((context) => context.runtime);
    yield report(
      runtime ? 'runtime' : 'files',
      { paths: open.map(({ path }) => path), contexts: describeContexts(risky) },
      open.map(({ route }) => config.at(...route)),
      { severity: runtime ? 'critical' : 'warn' },
    );
  },
});
