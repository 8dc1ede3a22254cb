import { defineCheck, type Scenario } from '../define.ts';
import { ALL_PLUGINS } from './code-matches.ts';

const DEMO = '.openclaw/extensions/demo';
const entries = (list: string, deep: boolean): Scenario => ({
  deep,
  files: [
    { path: `${DEMO}/package.json`, content: `{"name":"demo","openclaw":{"extensions":${list}}}` },
    { path: `${DEMO}/.build/index.js`, content: 'export {};\n' },
  ],
});

const LINKED: NonNullable<Scenario['files']> = [
  {
    path: 'plugin/package.json',
    content: '{"name":"demo","openclaw":{"extensions":["./.a/b.js"]}}',
  },
  { path: '.openclaw/extensions/demo', symlink: '@@HOME@@/plugin' },
];

export default defineCheck({
  id: 'plugins.code_safety.entry_path',
  severity: 'warn',
  needs: ['code'],
  refs: ['CWE-506', 'ASI04'],
  text: {
    en: {
      title: 'A plugin starts from a hidden file',
      why: 'Hidden directories and `node_modules` are where people and code scans rarely look, and this code runs inside the gateway.',
      remedy:
        'Read the file named. If its author gives no reason for the place, remove the plugin with `openclaw plugins uninstall`.',
      hidden: 'The plugin `{name}` names `{entry}` in `openclaw.extensions` of its package.json.',
    },
    ko: {
      title: '플러그인이 숨겨진 파일에서 시작합니다',
      why: '숨겨진 디렉터리와 `node_modules`는 사람도 코드 검사도 잘 보지 않는 곳인데, 이 코드는 게이트웨이 안에서 실행됩니다.',
      remedy:
        '표시된 파일을 읽어 보십시오. 작성자가 그 위치를 쓰는 이유를 밝히지 않는다면 `openclaw plugins uninstall`로 플러그인을 제거하십시오.',
      hidden:
        '플러그인 `{name}`의 package.json에 있는 `openclaw.extensions`에 `{entry}` 항목이 있습니다.',
    },
  },
  examples: {
    bad: [
      { deep: true, files: LINKED },
      entries('["./.build/index.js"]', true),
      entries('["node_modules/x/a.js"]', true),
    ],
    good: [
      { deep: true, compat: true, files: LINKED },
      entries('["./.build/index.js"]', false),
      entries('["./index.js", "./dist/../a.js"]', true),
      entries('"./.build/index.js"', true),
    ],
  },
  departures: { all_plugins: ALL_PLUGINS },
  *run({ code }, report, departs) {
    for (const [subject, { name, path, hiddenEntries, only }] of code.entries()) {
      if (only !== undefined && !departs('all_plugins')) continue;
      for (const entry of hiddenEntries) {
        const at = { kind: 'file', path: `${path}/${entry.replace(/^(?:\.\/)+/, '')}` } as const;
        yield report('hidden', { name, entry }, at, { subject });
      }
    }
  },
});
