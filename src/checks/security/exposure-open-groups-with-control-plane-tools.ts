import { defineCheck } from '../define.ts';
import { OPEN_GROUPS } from './open-groups.ts';

export default defineCheck({
  id: 'security.exposure.open_groups_with_control_plane_tools',
  severity: 'critical',
  needs: ['config', 'exposure'],
  when: [['channels']],
  refs: ['CWE-284', 'ASI01', 'ASI02'],
  departures: { open_groups: OPEN_GROUPS },
  text: {
    en: {
      title: 'Anyone may talk to agents that change the gateway',
      why: 'A stranger needs one message that persuades the agent to change the config, install a plugin or leave a job behind that keeps running.',
      remedy: 'Close each place shown, or add `{tools}` to `tools.deny`.',
      open: 'Open to anyone: `{paths}`. In reach there: `{contexts}`.',
    },
    ko: {
      title: '게이트웨이를 바꿀 수 있는 에이전트에게 누구나 말을 걸 수 있습니다',
      why: '낯선 사람이 에이전트를 설득하는 메시지 하나면 설정을 바꾸고, 플러그인을 설치하고, 계속 실행되는 작업을 남길 수 있습니다.',
      remedy: '표시된 위치를 닫거나, `tools.deny`에 `{tools}` 항목을 추가합니다.',
      open: '누구에게나 열린 곳: `{paths}`. 그곳에서 쓸 수 있는 도구: `{contexts}`.',
    },
  },
  examples: {
    bad: [
      {
        config:
          '{ channels: { telegram: { groupPolicy: "open" } }, tools: { profile: "messaging" } }',
        offending: '"open"',
        openclawVersion: '2026.9.6',
      },
      {
        config: '{ channels: { telegram: { dmPolicy: "open", allowFrom: ["*"] } } }',
        openclawVersion: '2026.9.6',
      },
    ],
    good: [
      {
        config:
          '{ channels: { telegram: { groupPolicy: "open" } }, tools: { deny: ["gateway", "cron", "plugins"] } }',
        openclawVersion: '2026.9.6',
      },
      {
        config:
          '{ channels: { telegram: { groupPolicy: "open" } }, agents: { defaults: { sandbox: { mode: "all" } } } }',
        openclawVersion: '2026.9.6',
      },
      {
        config: '{ channels: { telegram: { groupPolicy: "allowlist" } } }',
        openclawVersion: '2026.9.6',
      },
    ],
  },
  *run({ config, exposure }, report, departs) {
    const open = departs('open_groups') ? exposure.openGroups : exposure.openGroupsByReference;
    const { controlling } = exposure;
    if (open.length === 0 || controlling.length === 0) return;
    const contexts = controlling.map(
      ({ tools, controls }) => `${tools.label} (${controls.join(', ')})`,
    );
    yield report(
      'open',
      {
        paths: open.map(({ path }) => path),
        contexts,
        tools: [...new Set(controlling.flatMap(({ controls }) => controls))],
      },
      open.map(({ route }) => config.at(...route)),
    );
  },
});
