import { containerSources } from '../../posture/sandbox-sources.ts';
import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'sandbox.docker_config_mode_off',
  severity: 'warn',
  needs: ['config', 'agents', 'sandbox'],
  when: [['agents']],
  refs: ['CWE-1188', 'ASI05'],
  text: {
    en: {
      title: 'Container settings are written, but the sandbox is off',
      why: 'Commands of these agents run directly on the host, with the rights of the gateway, although the config looks as if they ran in a container.',
      remedy:
        'Set `agents.defaults.sandbox.mode` (or the agent’s own `sandbox.mode`) to `all`, or to `non-main`; if no sandbox is wanted, remove the `docker` block.',
      unused: 'Without effect, because the sandbox mode there is `off`: `{paths}`.',
    },
    ko: {
      title: '컨테이너 설정이 있지만 샌드박스가 꺼져 있습니다',
      why: '설정만 보면 컨테이너에서 실행되는 것 같지만, 해당 에이전트의 명령은 게이트웨이 권한으로 호스트에서 직접 실행됩니다.',
      remedy:
        '`agents.defaults.sandbox.mode`(또는 해당 에이전트의 `sandbox.mode`)를 `all`이나 `non-main`으로 설정하십시오. 샌드박스가 필요 없다면 `docker` 블록을 삭제하십시오.',
      unused: '샌드박스 모드가 `off`이므로 `{paths}` 설정은 적용되지 않습니다.',
    },
  },
  examples: {
    bad: [
      {
        config: '{agents: {defaults: {sandbox: {docker: {image: "x"}}}}}',
        offending: '{image: "x"}',
      },
      '{agents: {list: [{id: "w", sandbox: {docker: {image: "x"}}}]}}',
      '{agents: {defaults: {sandbox: {mode: "all", docker: {image: "x"}}}, list: [{id: "w", sandbox: {mode: "off", docker: {image: "y"}}}]}}',
    ],
    good: [
      '{agents: {defaults: {sandbox: {docker: {}}}}}',
      '{agents: {defaults: {sandbox: {mode: "non-main", docker: {image: "x"}}}}}',
      '{agents: {defaults: {sandbox: {docker: {image: "x"}}}, list: [{id: "w", sandbox: {mode: "all"}}]}}',
      '{agents: {defaults: {sandbox: {mode: "all"}}, list: [{id: "w", sandbox: {docker: {image: "x"}}}]}}',
    ],
  },
  *run({ config, agents, sandbox }, report) {
    const off = new Set(
      agents.list.filter((a) => sandbox.of(a).mode === 'off').map(({ index }) => index),
    );
    const unused = containerSources({ config, agents }, 'docker').filter(({ route, value }) => {
      if (Object.keys(value).length === 0) return false;
      const index = route[2];
      if (typeof index === 'number') return off.has(index);
      return sandbox.defaults.mode === 'off' && off.size === agents.list.length;
    });
    if (unused.length === 0) return;
    yield report(
      'unused',
      { paths: unused.map(({ path }) => path) },
      unused.map(({ route }) => config.at(...route)),
    );
  },
});
