import { defineCheck } from '../define.ts';

const SKILL = '.openclaw/workspace/skills/demo/SKILL.md';
const MANY = Array.from({ length: 2001 }, (_, index) => ({
  path: `.openclaw/workspace/skills/s${index}/SKILL.md`,
  content: 'x',
}));

export default defineCheck({
  id: 'skills.workspace.scan_truncated',
  severity: 'warn',
  needs: ['skillLinks'],
  refs: ['CWE-59', 'ASI04'],
  text: {
    en: {
      title: 'A workspace has more skills than are checked for links',
      why: 'A link that leads out of the workspace may lie among those that were not looked at.',
      remedy: 'Remove from `{workspace}` what the agent does not need, and run the audit again.',
      truncated: 'Below `{workspace}`, not every skill was checked.',
    },
    ko: {
      title: '작업 공간의 스킬이 링크 검사 한도보다 많습니다',
      why: '검사하지 않은 스킬 중에 작업 공간 밖으로 나가는 링크가 있을 수 있습니다.',
      remedy: '`{workspace}`에서 에이전트에 필요 없는 것을 제거하고 점검을 다시 실행하십시오.',
      truncated: '`{workspace}` 아래의 스킬을 모두 검사하지 못했습니다.',
    },
  },
  examples: {
    bad: [{ files: MANY, openclawVersion: '2026.9.6', unmeasured: true }],
    good: [
      { files: [{ path: SKILL, content: 'x' }], openclawVersion: '2026.9.6' },
      { files: MANY.slice(0, 1500), openclawVersion: '2026.9.6' },
    ],
  },
  *run({ skillLinks }, report) {
    for (const { workspace, truncated } of skillLinks)
      if (truncated) yield report('truncated', { workspace }, { kind: 'file', path: workspace });
  },
});
