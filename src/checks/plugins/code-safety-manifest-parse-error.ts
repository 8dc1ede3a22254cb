import { defineCheck, type Scenario } from '../define.ts';
import { ALL_PLUGINS } from './code-matches.ts';

const MANIFEST = '.openclaw/extensions/demo/package.json';
const RELEASE = '2026.9.6';
const laid = (...files: NonNullable<Scenario['files']>): Scenario => ({
  deep: true,
  files,
  openclawVersion: RELEASE,
});
/** Another collector comes upon the same file and says so. */
const noted = (...files: NonNullable<Scenario['files']>): Scenario => ({
  ...laid(...files),
  unmeasured: true,
});
const BAD = { path: MANIFEST, content: '{bad' };
const LINKED = noted(
  { path: 'plugin/package.json', content: '{bad' },
  { path: '.openclaw/extensions/demo', symlink: '@@HOME@@/plugin' },
);

export default defineCheck({
  id: 'plugins.code_safety.manifest_parse_error',
  severity: 'warn',
  needs: ['code'],
  refs: ['CWE-506', 'ASI04'],
  text: {
    en: {
      title: 'The package.json of a plugin cannot be read',
      why: 'It names the files that the gateway starts. Without it nobody can tell which those are, and one in a hidden directory is easily missed.',
      remedy:
        'Install the plugin again from where it came, or remove `{path}`; if it is your own, make its package.json a plain file of valid JSON.',
      broken: 'package.json of the plugin `{name}`: {error}.',
    },
    ko: {
      title: '플러그인의 package.json을 읽을 수 없습니다',
      why: '이 파일은 게이트웨이가 시작할 파일을 지정합니다. 읽을 수 없으면 어떤 파일인지 알 수 없고, 숨겨진 디렉터리에 있는 파일을 놓치기 쉽습니다.',
      remedy:
        '플러그인을 원래 출처에서 다시 설치하거나 `{path}`을(를) 삭제하십시오. 직접 만든 플러그인이라면 package.json을 올바른 JSON 형식의 일반 파일로 고치십시오.',
      broken: '플러그인 `{name}`의 package.json: {error}.',
    },
  },
  examples: {
    bad: [
      noted(BAD),
      { ...laid({ path: MANIFEST, content: '\uFEFF{}' }), compat: true },
      { ...noted({ path: MANIFEST, content: '{// no comments\n}' }), compat: true },
      {
        ...laid(
          { path: 'elsewhere.json', content: '{}' },
          { path: MANIFEST, symlink: '@@HOME@@/elsewhere.json' },
        ),
        compat: true,
      },
      { ...noted({ path: MANIFEST, content: `{"a":"${'x'.repeat(1024 * 1024)}"}` }), compat: true },
      LINKED,
    ],
    good: [
      laid({ path: MANIFEST, content: '{"openclaw":{"extensions":["./index.js"]}}' }),
      laid({ path: MANIFEST, content: '[]' }),
      noted({ path: MANIFEST, content: ' \n' }),
      laid({ path: '.openclaw/extensions/demo/index.js', content: 'export {};\n' }),
      { ...noted(BAD), deep: false },
      { ...noted(BAD), openclawVersion: '2026.2.24' },
      { ...LINKED, compat: true },
    ],
  },
  departures: { all_plugins: ALL_PLUGINS },
  *run({ code }, report, departs) {
    for (const [subject, { name, path, manifestError, only }] of code.entries()) {
      if (manifestError === undefined || (only !== undefined && !departs('all_plugins'))) continue;
      const at = { kind: 'file', path: `${path}/package.json` } as const;
      yield report('broken', { name, path, error: manifestError }, at, { subject });
    }
  },
});
