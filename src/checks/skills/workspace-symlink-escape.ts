import { defineCheck } from '../define.ts';

const SHOWN = 12;

export default defineCheck({
  id: 'skills.workspace.symlink_escape',
  severity: 'warn',
  needs: ['skillLinks'],
  refs: ['CWE-59', 'ASI04'],
  text: {
    en: {
      title: 'Skills of a workspace lie outside of it',
      why: 'Whoever may write where the link leads tells the agent what to do, whatever is done to protect the workspace.',
      remedy: 'Copy the skill into the workspace and remove the link.',
      escapes: 'Links lead out of the workspace: `{links}`.',
    },
    ko: {
      title: '작업 공간의 스킬이 작업 공간 밖에 있습니다',
      why: '링크가 가리키는 곳에 쓸 수 있는 사람은 작업 공간을 아무리 보호해도 에이전트에게 지시할 수 있습니다.',
      remedy: '스킬을 작업 공간에 복사하고 링크를 제거합니다.',
      escapes: '작업 공간 밖을 가리키는 링크: `{links}`.',
    },
  },
  examples: {
    bad: [
      {
        files: [
          { path: 'elsewhere/SKILL.md', content: 'x' },
          {
            path: '.openclaw/workspace/skills/es/SKILL.md',
            symlink: '@@HOME@@/elsewhere/SKILL.md',
          },
        ],
        openclawVersion: '2026.9.6',
      },
    ],
    good: [
      {
        files: [
          { path: '.openclaw/workspace/shared/SKILL.md', content: 'x' },
          {
            path: '.openclaw/workspace/skills/es/SKILL.md',
            symlink: '@@HOME@@/.openclaw/workspace/shared/SKILL.md',
          },
        ],
        openclawVersion: '2026.9.6',
      },
      { config: '{}', openclawVersion: '2026.9.6' },
    ],
  },
  *run({ skillLinks }, report) {
    const escapes = skillLinks.flatMap((links) => links.escapes).slice(0, SHOWN);
    if (escapes.length === 0) return;
    const links = escapes.map(({ path, target }) => `${path} -> ${target}`);
    yield report(
      'escapes',
      { links },
      escapes.map(({ path }) => ({ kind: 'file', path })),
    );
  },
});
