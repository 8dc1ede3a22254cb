import { defineCheck } from '../define.ts';
import { DEMO_PLUGIN, PLUGIN_DIRS } from './plugin-dirs.ts';

const RENAMED = DEMO_PLUGIN.map((file) => ({
  ...file,
  path: file.path.replace('/demo/', '/folder/'),
}));

export default defineCheck({
  id: 'plugins.tools_reachable_permissive_policy',
  severity: 'warn',
  needs: ['config', 'plugins'],
  refs: ['CWE-862', 'ASI02', 'ASI04'],
  text: {
    en: {
      title: 'Agents may call the tools of every plugin',
      why: 'A message, page or file that misleads the agent can call whatever these plugins offer, with their credentials; nobody decided that the agent needs it.',
      remedy:
        'Set `tools.profile` to `coding` or `messaging`, or list what the agent needs in `tools.allow`; let only the agent that uses a plugin have it, with the plugin’s id in its own `tools.alsoAllow`.',
      reachable: 'Plugins: `{plugins}`. Nothing keeps their tools from `{contexts}`.',
    },
    ko: {
      title: '에이전트가 모든 플러그인의 도구를 호출할 수 있습니다',
      why: '에이전트를 속이는 메시지, 웹 페이지, 파일이 플러그인의 자격 증명으로 플러그인의 모든 기능을 호출할 수 있습니다. 에이전트에 이 도구가 필요하다고 누가 정한 것도 아닙니다.',
      remedy:
        '`tools.profile`을 `coding`이나 `messaging`으로 설정하거나, 필요한 도구만 `tools.allow`에 적으십시오. 플러그인을 쓰는 에이전트에만 그 에이전트의 `tools.alsoAllow`에 플러그인 ID를 적어 허용하십시오.',
      reachable: '플러그인: `{plugins}`. 도구 호출이 제한되지 않는 곳: `{contexts}`.',
    },
  },
  examples: {
    bad: [
      { config: '{}', files: DEMO_PLUGIN },
      { config: '{plugins: {allow: ["demo"]}}', files: DEMO_PLUGIN },
      {
        config: '{tools: {profile: "full"}}',
        files: DEMO_PLUGIN,
        offending: '"full"',
      },
      { config: '{tools: {allow: ["read", "DEMO "]}}', files: DEMO_PLUGIN },
      {
        config:
          '{tools: {profile: "coding"}, agents: {list: [{id: "w", tools: {profile: "full"}}]}}',
        files: DEMO_PLUGIN,
      },
      {
        config: '{tools: {profile: "coding", alsoAllow: ["group:plugins"]}}',
        files: DEMO_PLUGIN,
      },
      { config: '{plugins: {allow: ["demo"]}}', files: RENAMED },
    ],
    good: [
      { config: '{tools: {profile: "coding"}}', files: DEMO_PLUGIN },
      { config: '{tools: {allow: ["read"]}}', files: DEMO_PLUGIN },
      { config: '{agents: {defaults: {sandbox: {mode: "all"}}}}', files: DEMO_PLUGIN },
      { config: '{plugins: {entries: {demo: {enabled: false}}}}', files: DEMO_PLUGIN },
      { config: '{plugins: {deny: ["demo"]}}', files: DEMO_PLUGIN },
      {
        config: '{tools: {profile: "coding", alsoAllow: ["group:plugins"]}}',
        files: DEMO_PLUGIN,
        compat: true,
      },
      { config: '{plugins: {allow: ["demo"]}}', files: RENAMED, compat: true },
    ],
  },
  departures: {
    plugin_dirs: PLUGIN_DIRS,
    also_allow: {
      reference: 'Leaves `alsoAllow` out when a tool profile is set.',
      why: 'OpenClaw adds `alsoAllow` to the profile: `coding` with `alsoAllow: ["group:plugins"]` does reach the plugins.',
      source: 'OpenClaw 2026.2.24, observed',
    },
  },
  *run({ config, plugins }, report, departs) {
    const view = departs('plugin_dirs') ? plugins : plugins.byReference;
    const contexts = departs('also_allow') ? view.permissive : view.permissiveByReference;
    if (contexts.length === 0) return;
    yield report(
      'reachable',
      {
        plugins: view.enabled.map(({ id }) => id),
        contexts: contexts.map(({ agent, label }) => (agent ? label : 'default')),
      },
      contexts.map(({ agent }) => {
        const route =
          agent?.index === undefined ? ['tools'] : ['agents', 'list', agent.index, 'tools'];
        return config.at(...route, 'profile');
      }),
    );
  },
});
