import { defineCheck } from '../define.ts';
import { DEMO_PLUGIN, PLUGIN_DIRS } from './plugin-dirs.ts';

export default defineCheck({
  id: 'plugins.extensions_no_allowlist',
  severity: 'warn',
  needs: ['config', 'plugins', 'channels'],
  refs: ['CWE-829', 'CWE-1357', 'ASI04'],
  text: {
    en: {
      title: 'Any plugin in the extensions directory is loaded',
      why: 'Plugins run inside the gateway with all of its secrets. Without `plugins.allow`, whatever gets into that directory is loaded at the next start.',
      remedy:
        'List the plugins you chose in `plugins.allow`, such as `plugins.allow: ["name"]`; with an empty list, `plugins.enabled: false` loads none.',
      unlisted: '`{dir}` holds `{plugins}`, and `plugins.allow` is empty.',
      commands:
        '`{dir}` holds `{plugins}`, and `plugins.allow` is empty. Skill commands are offered in chat, so that people there can call them directly.',
    },
    ko: {
      title: '확장 디렉터리의 플러그인이 모두 로드됩니다',
      why: '플러그인은 게이트웨이 안에서 모든 비밀 값과 함께 실행됩니다. `plugins.allow`가 없으면 그 디렉터리에 들어온 것은 무엇이든 다음 시작 때 로드됩니다.',
      remedy:
        '직접 고른 플러그인을 `plugins.allow: ["name"]`처럼 `plugins.allow`에 적으십시오. 플러그인이 필요 없다면 `plugins.enabled: false`로 설정하십시오.',
      unlisted: '`{dir}`에 `{plugins}` 플러그인이 있는데 `plugins.allow`가 비어 있습니다.',
      commands:
        '`{dir}`에 `{plugins}` 플러그인이 있는데 `plugins.allow`가 비어 있습니다. 스킬 명령이 채팅에 노출되어 채팅 참여자가 직접 호출할 수 있습니다.',
    },
  },
  examples: {
    bad: [
      { config: '{}', files: DEMO_PLUGIN },
      { config: '{plugins: {allow: []}}', files: DEMO_PLUGIN, offending: '[]' },
      {
        config: '{commands: {nativeSkills: true}, channels: {discord: {token: "x"}}}',
        files: DEMO_PLUGIN,
        severity: 'critical',
      },
      { config: '{plugins: {enabled: false}}', files: DEMO_PLUGIN, compat: true },
      {
        config: '{}',
        files: [{ path: '.openclaw/extensions/.cache/x.js', content: '1' }],
        compat: true,
      },
      {
        config: '{}',
        files: [{ path: '.openclaw/extensions/evil.js', content: 'export default {};' }],
      },
    ],
    good: [
      { config: '{plugins: {allow: ["demo"]}}', files: DEMO_PLUGIN },
      { config: '{plugins: {enabled: false}}', files: DEMO_PLUGIN },
      { config: '{plugins: {deny: ["demo"]}}', files: DEMO_PLUGIN },
      { config: '{}', files: [{ path: '.openclaw/extensions/.cache/x.js', content: '1' }] },
      {
        config: '{}',
        files: [{ path: '.openclaw/extensions/node_modules/x/index.js', content: '1' }],
      },
      { config: '{}', files: [{ path: '.openclaw/extensions/readme.txt', content: 'x' }] },
      {
        config: '{}',
        files: [{ path: '.openclaw/extensions/evil.js', content: 'export default {};' }],
        compat: true,
      },
    ],
  },
  departures: {
    plugin_dirs: PLUGIN_DIRS,
    not_loaded: {
      reference: 'Warns although `plugins.enabled` is false or every plugin is denied.',
      why: 'What is switched off is not loaded, so an allowlist would change nothing.',
      source: 'OpenClaw 2026.2.24, observed',
    },
  },
  *run({ config, plugins, channels }, report, departs) {
    const view = departs('plugin_dirs') ? plugins : plugins.byReference;
    const found = departs('not_loaded') ? view.enabled : view.installed;
    if (plugins.hasAllowlist || found.length === 0) return;
    const args = { dir: plugins.extensionsDir, plugins: found.map(({ id }) => id) };
    const at = config.at('plugins', 'allow');
    if (channels.skillCommandsLikelyExposed) {
      yield report('commands', args, at, { severity: 'critical' });
    } else yield report('unlisted', args, at);
  },
});
