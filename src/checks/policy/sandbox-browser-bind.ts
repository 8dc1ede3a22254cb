import { forbiddenPath } from '../../posture/host-paths.ts';
import { bindsOf, containerSources } from '../../posture/sandbox-sources.ts';
import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'policy.sandbox_browser_bind',
  severity: 'warn',
  needs: ['config', 'agents'],
  refs: ['CWE-250', 'CWE-653', 'ASI05'],
  text: {
    en: {
      title: 'The sandbox browser mounts a part of the host that breaks the sandbox',
      why: 'A page that breaks out of the browser, or an agent that opens `file:` addresses, reaches this part of the host; OpenClaw checks `docker.binds` for it but not these.',
      remedy:
        'Remove the entry from `sandbox.browser.binds`; for downloads, mount one empty directory of its own.',
      mounted: '`{path}` holds `{bind}`: `{source}` is `{forbidden}` or lies in it.',
    },
    ko: {
      title: '샌드박스 브라우저가 격리를 무너뜨리는 호스트 경로를 마운트합니다',
      why: '브라우저를 탈출한 웹 페이지나 `file:` 주소를 여는 에이전트가 호스트의 이 경로에 접근합니다. OpenClaw는 `docker.binds`만 검사하고 이 설정은 검사하지 않습니다.',
      remedy:
        '`sandbox.browser.binds`에서 이 항목을 삭제하십시오. 다운로드용이라면 전용 빈 디렉터리 하나만 마운트하십시오.',
      mounted:
        '`{path}` 값이 `{bind}`입니다. `{source}` 경로는 `{forbidden}`이거나 그 안에 있습니다.',
    },
  },
  examples: {
    bad: [
      {
        config:
          '{agents: {defaults: {sandbox: {mode: "all", browser: {enabled: true, binds: ["/var/run/docker.sock:/s"]}}}}}',
        offending: '"/var/run/docker.sock:/s"',
      },
      '{agents: {list: [{id: "w", sandbox: {browser: {binds: ["/etc:/x:ro"]}}}]}}',
    ],
    good: [
      '{agents: {defaults: {sandbox: {browser: {binds: ["/srv/downloads:/downloads"]}}}}}',
      '{}',
    ],
  },
  *run({ config, agents }, report) {
    for (const origin of containerSources({ config, agents }, 'browser')) {
      for (const { text, source, host, route } of bindsOf(origin)) {
        const forbidden = host === undefined ? undefined : forbiddenPath(host);
        if (forbidden === undefined) continue;
        const args = { path: `${origin.path}.binds`, bind: text, source, forbidden };
        yield report('mounted', args, config.at(...route), { subject: origin.subject });
      }
    }
  },
});
