import { defineCheck, type Scenario } from '../define.ts';
import {
  ALL_SKILLS,
  CODE_ONLY,
  DESPITE_FAILURE,
  loopIn,
  matchesOf,
} from '../plugins/code-matches.ts';

const RUNS = 'const cp = require("child_process");\ncp.exec("id");\n';
const head = (lines: string) => `---\n${lines}---\n# Skill\n`;
/** A skill that runs a command, at a path. */
const skill = (path: string, lines = 'name: demo\ndescription: A demo.\n', content = RUNS) => [
  { path: `${path}/SKILL.md`, content: head(lines) },
  { path: `${path}/run.js`, content },
];
const deep = (...files: NonNullable<Scenario['files']>): Scenario => ({ deep: true, files });
const WORKSPACE = '.openclaw/workspace/skills/demo';
const SHADOWED = deep(
  ...skill('.openclaw/skills/demo'),
  ...skill(WORKSPACE, 'name: demo\ndescription: A demo.\n', 'export {};\n'),
);

export default defineCheck({
  id: 'skills.code_safety',
  severity: 'critical',
  needs: ['code'],
  refs: ['CWE-506', 'CWE-829', 'ASI04'],
  text: {
    en: {
      title: 'Code of a skill matches rules for risky code',
      why: 'The agent is told to run what comes with a skill, with the rights of the gateway. These rules look at lines and words: a match shows where to read, it does not prove intent, and no match is no clearance. A deeper scanner is not part of this release.',
      remedy:
        'Read the lines named in `{path}`. If you cannot tell why they are there, remove that directory; a skill that is only disabled can be enabled again.',
      matched: '`{name}` in `{path}` (files read: {files}) matches `{matches}`.',
    },
    ko: {
      title: '스킬의 코드가 위험 코드 규칙과 일치합니다',
      why: '에이전트는 스킬에 딸린 코드를 게이트웨이의 권한으로 실행하도록 안내받습니다. 이 규칙은 줄과 단어만 봅니다. 일치는 읽어 볼 위치를 알려 줄 뿐 의도를 증명하지 않으며, 일치가 없다고 안전하다는 뜻도 아닙니다. 더 깊은 분석기는 이번 릴리스에 포함되어 있지 않습니다.',
      remedy:
        '`{path}`에서 표시된 줄을 읽어 보십시오. 왜 필요한 코드인지 알 수 없다면 그 디렉터리를 삭제하십시오. 비활성화만 한 스킬은 다시 활성화될 수 있습니다.',
      matched: '`{path}`의 `{name}`(읽은 파일 {files}개)에서 일치한 규칙: `{matches}`.',
    },
  },
  examples: {
    bad: [
      deep(...skill(WORKSPACE)),
      deep(...skill('.openclaw/skills/demo')),
      deep(...skill('.agents/skills/demo')),
      deep(...skill('.openclaw/workspace/.agents/skills/demo')),
      { ...deep(...skill('own/demo')), config: '{skills: {load: {extraDirs: ["~/own"]}}}' },
      {
        ...deep(...skill('.openclaw/workspace-ops/skills/demo')),
        config: '{agents: {list: [{id: "main"}, {id: "ops"}]}}',
        compat: true,
      },
      {
        ...deep(...skill(WORKSPACE, undefined, 'x = "\\x41\\x41\\x41\\x41\\x41\\x41";')),
        severity: 'warn',
      },
      deep(...skill(WORKSPACE, 'name: demo\n')),
      SHADOWED,
      deep(...skill(WORKSPACE), loopIn(WORKSPACE)),
    ],
    good: [
      { ...deep(...skill(WORKSPACE)), deep: false },
      deep({ path: `${WORKSPACE}/run.js`, content: RUNS }),
      { ...deep(...skill(WORKSPACE, 'name: demo\n')), compat: true },
      { ...SHADOWED, compat: true },
      { ...deep(...skill(WORKSPACE), loopIn(WORKSPACE)), compat: true },
    ],
  },
  departures: {
    code_only: CODE_ONLY,
    despite_failure: DESPITE_FAILURE,
    all_skills: ALL_SKILLS,
  },
  *run({ code }, report, departs) {
    const reading = {
      codeOnly: departs('code_only'),
      despiteFailure: departs('despite_failure'),
      everywhere: departs('all_skills'),
    };
    for (const [subject, scanned] of code.entries()) {
      const found = scanned.kind === 'skill' ? matchesOf(scanned, reading) : undefined;
      if (!found) continue;
      const { name, path, files } = scanned;
      const { severity, matches, at } = found;
      const args = { name, path, files, matches };
      yield report('matched', args, at, { severity, subject });
    }
  },
});
