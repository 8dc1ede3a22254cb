import { defineCheck } from '../define.ts';
import { ALL_PLUGINS, loopIn } from './code-matches.ts';

const DEMO = '.openclaw/extensions/demo';
const INDEX = { path: `${DEMO}/index.js`, content: 'export {};\n' };

export default defineCheck({
  id: 'plugins.code_safety.scan_failed',
  severity: 'warn',
  needs: ['code'],
  refs: ['CWE-506', 'ASI04'],
  text: {
    en: {
      title: 'Plugin code could not be read completely',
      why: 'Code that cannot be read is not matched against the rules; a link to itself or a closed file may be there to hide something.',
      remedy:
        'Find out why these paths cannot be read, remove what does not belong there, and run the audit again.',
      failed: '`{path}` was not read completely: `{error}`.',
    },
    ko: {
      title: '플러그인 코드를 모두 읽지 못했습니다',
      why: '읽지 못한 코드는 규칙과 대조할 수 없습니다. 자기 자신을 가리키는 링크나 닫힌 파일은 무언가를 숨기기 위한 것일 수 있습니다.',
      remedy:
        '이 경로를 읽지 못하는 이유를 확인하고, 있어서는 안 되는 항목을 제거한 뒤 점검을 다시 실행하십시오.',
      failed: '`{path}` 경로를 모두 읽지 못했습니다: `{error}`.',
    },
  },
  examples: {
    bad: [
      { deep: true, files: [loopIn('plugin'), { path: DEMO, symlink: '@@HOME@@/plugin' }] },
      { deep: true, files: [INDEX, loopIn(DEMO)] },
      { deep: true, compat: true, files: [INDEX, loopIn(DEMO)] },
      {
        deep: true,
        files: [
          INDEX,
          {
            path: `${DEMO}/package.json`,
            content: '{"name":"demo","openclaw":{"extensions":["./index.js/x.js"]}}',
          },
        ],
      },
    ],
    good: [
      {
        deep: true,
        compat: true,
        files: [loopIn('plugin'), { path: DEMO, symlink: '@@HOME@@/plugin' }],
      },
      { files: [INDEX, loopIn(DEMO)] },
      { deep: true, files: [INDEX] },
      { deep: true, files: [INDEX, { path: `${DEMO}/gone.js`, symlink: 'nowhere.js' }] },
    ],
  },
  departures: { all_plugins: ALL_PLUGINS },
  *run({ code }, report, departs) {
    for (const [subject, { kind, failed, path, only }] of code.entries()) {
      if (kind !== 'plugin' || failed === undefined) continue;
      if (only !== undefined && !departs('all_plugins')) continue;
      const at = { kind: 'file', path } as const;
      yield report('failed', { path, error: failed }, at, { subject });
    }
  },
});
