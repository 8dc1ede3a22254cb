import { defineCheck } from '../define.ts';
import { ALL_SKILLS, loopIn } from '../plugins/code-matches.ts';

const DEMO = '.openclaw/workspace/skills/demo';
const HEAD = {
  path: `${DEMO}/SKILL.md`,
  content: '---\nname: demo\ndescription: A demo.\n---\n# Skill\n',
};
const UNDESCRIBED = { path: `${DEMO}/SKILL.md`, content: '# Skill\n' };

export default defineCheck({
  id: 'skills.code_safety.scan_failed',
  severity: 'warn',
  needs: ['code'],
  refs: ['CWE-506', 'ASI04'],
  text: {
    en: {
      title: 'Code of a skill could not be read completely',
      why: 'Code that cannot be read is not matched against the rules; a link to itself or a closed file may be there to hide something.',
      remedy:
        'Find out why these paths cannot be read, remove what does not belong there, and run the audit again.',
      failed: '`{name}` in `{path}` was not read completely: `{error}`.',
    },
    ko: {
      title: '스킬의 코드를 모두 읽지 못했습니다',
      why: '읽지 못한 코드는 규칙과 대조할 수 없습니다. 자기 자신을 가리키는 링크나 닫힌 파일은 무언가를 숨기기 위한 것일 수 있습니다.',
      remedy:
        '이 경로를 읽지 못하는 이유를 확인하고, 있어서는 안 되는 항목을 제거한 뒤 점검을 다시 실행하십시오.',
      failed: '`{path}`의 `{name}`을(를) 모두 읽지 못했습니다: `{error}`.',
    },
  },
  examples: {
    bad: [
      { deep: true, files: [HEAD, loopIn(DEMO)] },
      { deep: true, compat: true, files: [HEAD, loopIn(DEMO)] },
      { deep: true, files: [UNDESCRIBED, loopIn(DEMO)] },
    ],
    good: [
      { files: [HEAD, loopIn(DEMO)] },
      { deep: true, files: [HEAD] },
      { deep: true, compat: true, files: [UNDESCRIBED, loopIn(DEMO)] },
    ],
  },
  departures: {
    all_skills: ALL_SKILLS,
  },
  *run({ code }, report, departs) {
    for (const [subject, { kind, name, failed, path, only }] of code.entries()) {
      if (kind !== 'skill' || failed === undefined) continue;
      if (only !== undefined && !departs('all_skills')) continue;
      const at = { kind: 'file', path } as const;
      yield report('failed', { name, path, error: failed }, at, { subject });
    }
  },
});
