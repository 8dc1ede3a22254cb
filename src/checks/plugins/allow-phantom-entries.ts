import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'plugins.allow_phantom_entries',
  severity: 'warn',
  needs: ['config', 'plugins'],
  when: [['plugins']],
  refs: ['CWE-427', 'ASI04'],
  text: {
    en: {
      title: 'Plugins are allowed that are not there',
      why: 'Whoever gets a plugin of that name installed has it allowed already.',
      remedy: 'Remove `{ids}` from `plugins.allow`.',
      phantoms:
        '`plugins.allow` names plugins that are neither installed nor part of OpenClaw: `{ids}`.',
    },
    ko: {
      title: '없는 플러그인이 허용되어 있습니다',
      why: '그 이름의 플러그인을 설치하게 만든 사람은 이미 허용을 얻은 셈입니다.',
      remedy: '`plugins.allow`에서 `{ids}` 항목을 제거합니다.',
      phantoms:
        '`plugins.allow`에 설치되지 않았고 OpenClaw에 포함되지도 않은 플러그인이 있습니다: `{ids}`.',
    },
  },
  examples: {
    bad: [
      {
        config: '{ plugins: { allow: ["demo", "ghost"] } }',
        files: [
          { path: '.openclaw/extensions/demo/openclaw.plugin.json', content: '{"id":"demo"}' },
        ],
        offending: '"ghost"',
        openclawVersion: '2026.9.6',
      },
    ],
    good: [
      {
        config: '{ plugins: { allow: ["demo", "telegram", "group:plugins"] } }',
        files: [
          { path: '.openclaw/extensions/demo/openclaw.plugin.json', content: '{"id":"demo"}' },
        ],
        openclawVersion: '2026.9.6',
      },
      { config: '{ plugins: { allow: ["ghost"] } }', openclawVersion: '2026.9.6' },
    ],
  },
  *run({ config, plugins }, report) {
    if (plugins.phantoms.length === 0) return;
    yield report(
      'phantoms',
      { ids: plugins.phantoms.map(({ id }) => id) },
      plugins.phantoms.map(({ index }) => config.at('plugins', 'allow', index)),
    );
  },
});
