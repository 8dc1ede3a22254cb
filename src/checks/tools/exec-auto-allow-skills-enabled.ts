import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'tools.exec.auto_allow_skills_enabled',
  severity: 'warn',
  needs: ['approvals'],
  refs: ['CWE-862', 'ASI04'],
  text: {
    en: {
      title: 'Programs of skills run without approval',
      why: 'A skill brings its own programs: whoever gets a skill installed gets them run.',
      remedy: 'Set `autoAllowSkills` to `false` in the exec approvals (`openclaw approvals`).',
      on: '`autoAllowSkills` is on for `{scopes}`.',
    },
    ko: {
      title: '스킬의 프로그램이 승인 없이 실행됩니다',
      why: '스킬은 자체 프로그램을 가져옵니다. 스킬을 설치하게 만든 사람은 그 프로그램도 실행시킬 수 있습니다.',
      remedy: '실행 승인(`openclaw approvals`)에서 `autoAllowSkills`를 `false`로 설정합니다.',
      on: '`autoAllowSkills`가 켜져 있는 곳: `{scopes}`.',
    },
  },
  examples: {
    bad: [
      {
        files: [
          {
            path: '.openclaw/exec-approvals.json',
            content: '{"version":1,"defaults":{"autoAllowSkills":true},"agents":{}}',
          },
        ],
        openclawVersion: '2026.9.6',
      },
    ],
    good: [
      {
        files: [
          {
            path: '.openclaw/exec-approvals.json',
            content: '{"version":1,"defaults":{"autoAllowSkills":false},"agents":{}}',
          },
        ],
        openclawVersion: '2026.9.6',
      },
      { config: '{}', openclawVersion: '2026.9.6' },
    ],
  },
  *run({ approvals }, report) {
    if (!approvals) return;
    const scopes = [
      ...(approvals.defaults.autoAllowSkills === true ? ['defaults'] : []),
      ...Object.entries(approvals.agents).flatMap(([id, agent]) =>
        agent.autoAllowSkills === true ? [`agents.${id}`] : [],
      ),
    ];
    if (scopes.length > 0) yield report('on', { scopes }, { kind: 'file', path: approvals.path });
  },
});
