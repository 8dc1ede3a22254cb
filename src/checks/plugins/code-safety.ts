import { defineCheck, type Scenario } from '../define.ts';
import { ALL_PLUGINS, CODE_ONLY, DESPITE_FAILURE, loopIn, matchesOf } from './code-matches.ts';

const DEMO = '.openclaw/extensions/demo';
const demo = (content: string, more: Scenario['files'] = []): Scenario => ({
  deep: true,
  files: [{ path: `${DEMO}/index.js`, content }, ...more],
});
const RUNS = 'const cp = require("child_process");\ncp.exec("id");\n';
const MENTIONS = '// no child_process here\nexport const first = (s) => /a/.exec(s);\n';
const READS = '// one blog post a day\nexport const f = (fs) => fs.readFileSync("x");\n';
const DESCRIBES = 'export const s = "Fetch the weather";\nexport const k = process.env.K;\n';

export default defineCheck({
  id: 'plugins.code_safety',
  severity: 'critical',
  needs: ['code'],
  refs: ['CWE-506', 'CWE-829', 'ASI04'],
  text: {
    en: {
      title: 'Plugin code matches rules for risky code',
      why: 'Plugins run inside the gateway with all of its secrets. These rules look at lines and words: a match shows where to read, it does not prove intent, and no match is no clearance. A deeper scanner is not part of this release.',
      remedy:
        'Read the lines named in `{path}`. If you cannot tell why they are there, disable the plugin (`openclaw plugins disable`) until its author explains them.',
      matched: '`{name}` (files read: {files}) matches `{matches}`.',
    },
    ko: {
      title: '플러그인 코드가 위험 코드 규칙과 일치합니다',
      why: '플러그인은 게이트웨이 안에서 모든 비밀 값과 함께 실행됩니다. 이 규칙은 줄과 단어만 봅니다. 일치는 읽어 볼 위치를 알려 줄 뿐 의도를 증명하지 않으며, 일치가 없다고 안전하다는 뜻도 아닙니다. 더 깊은 분석기는 이번 릴리스에 포함되어 있지 않습니다.',
      remedy:
        '`{path}`에서 표시된 줄을 읽어 보십시오. 왜 필요한 코드인지 알 수 없다면 작성자의 설명을 들을 때까지 플러그인을 비활성화하십시오(`openclaw plugins disable`).',
      matched: '`{name}`(읽은 파일 {files}개)에서 일치한 규칙: `{matches}`.',
    },
  },
  examples: {
    bad: [
      demo(RUNS),
      demo('export const run = (s) => eval(s);\n'),
      { ...demo('new WebSocket("ws://h.invalid:4444/x");\n'), severity: 'warn' },
      { ...demo('export {};\n', [{ path: `${DEMO}/b.ts`, content: RUNS }]), compat: true },
      demo(RUNS, [loopIn(DEMO)]),
      { ...demo(MENTIONS), compat: true },
      { ...demo(READS), compat: true, severity: 'warn' },
      { deep: true, files: [{ path: '.openclaw/extensions/single.js', content: RUNS }] },
    ],
    good: [
      { ...demo(RUNS), deep: false },
      demo('export {};\n', [{ path: `${DEMO}/node_modules/x/index.js`, content: RUNS }]),
      demo('export {};\n', [{ path: `${DEMO}/run.sh`, content: 'eval (1)' }]),
      demo(MENTIONS),
      demo(READS),
      demo(DESCRIBES),
      { ...demo(RUNS, [loopIn(DEMO)]), compat: true },
      {
        deep: true,
        compat: true,
        files: [{ path: '.openclaw/extensions/single.js', content: RUNS }],
      },
    ],
  },
  departures: {
    code_only: CODE_ONLY,
    despite_failure: DESPITE_FAILURE,
    all_plugins: ALL_PLUGINS,
  },
  *run({ code }, report, departs) {
    const reading = {
      codeOnly: departs('code_only'),
      despiteFailure: departs('despite_failure'),
      everywhere: departs('all_plugins'),
    };
    for (const [subject, scanned] of code.entries()) {
      const found = scanned.kind === 'plugin' ? matchesOf(scanned, reading) : undefined;
      if (!found) continue;
      const { name, path, files } = scanned;
      const { severity, matches, at } = found;
      const args = { name, path, files, matches };
      yield report('matched', args, at, { severity, subject });
    }
  },
});
