import { defineCheck, type Scenario } from '../define.ts';
import { ALL_PLUGINS } from './code-matches.ts';

const entries = (list: string, deep: boolean): Scenario => ({
  deep,
  files: [
    {
      path: '.openclaw/extensions/demo/package.json',
      content: `{"name":"demo","openclaw":{"extensions":${list}}}`,
    },
  ],
});

const LINKED: NonNullable<Scenario['files']> = [
  {
    path: 'plugin/package.json',
    content: '{"name":"demo","openclaw":{"extensions":["../a.js"]}}',
  },
  { path: '.openclaw/extensions/demo', symlink: '@@HOME@@/plugin' },
];

export default defineCheck({
  id: 'plugins.code_safety.entry_escape',
  severity: 'critical',
  needs: ['code'],
  refs: ['CWE-22', 'CWE-829', 'ASI04'],
  text: {
    en: {
      title: 'A plugin starts from a file outside its directory',
      why: 'Code from elsewhere would run inside the gateway: it was not installed with the plugin, no scan of the plugin sees it, and others may be able to change it.',
      remedy:
        'Remove the plugin with `openclaw plugins uninstall`, or correct `openclaw.extensions` in its package.json so that every path stays inside `{path}`.',
      escapes:
        'The plugin `{name}` names `{entries}` in `openclaw.extensions` of its package.json.',
    },
    ko: {
      title: '플러그인이 자기 디렉터리 밖의 파일에서 시작합니다',
      why: '다른 곳의 코드가 게이트웨이 안에서 실행될 수 있습니다. 플러그인과 함께 설치된 코드가 아니고, 플러그인 검사에도 드러나지 않으며, 다른 사람이 바꿀 수 있을지도 모릅니다.',
      remedy:
        '`openclaw plugins uninstall`로 플러그인을 제거하거나, package.json의 `openclaw.extensions`에 있는 모든 경로가 `{path}` 안에 머물도록 고치십시오.',
      escapes:
        '플러그인 `{name}`의 package.json에 있는 `openclaw.extensions`에 `{entries}` 항목이 있습니다.',
    },
  },
  examples: {
    bad: [
      { deep: true, files: LINKED },
      entries('["../a.js", "../../b.js"]', true),
      entries('["/opt/x.js"]', true),
      { ...entries('["./ok.js", "sub/../../x.js"]', true), compat: true },
    ],
    good: [
      { deep: true, compat: true, files: LINKED },
      entries('["../a.js"]', false),
      entries('["./index.js", "sub/../index.js", "..data/x.js"]', true),
      entries('[7, null]', true),
    ],
  },
  departures: { all_plugins: ALL_PLUGINS },
  *run({ code }, report, departs) {
    for (const [subject, { name, path, escapingEntries, only }] of code.entries()) {
      if (escapingEntries.length === 0 || (only !== undefined && !departs('all_plugins'))) continue;
      const at = { kind: 'file', path: `${path}/package.json` } as const;
      yield report('escapes', { name, path, entries: escapingEntries }, at, { subject });
    }
  },
});
