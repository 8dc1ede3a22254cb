import { forbiddenPath, sensitivePath } from '../../posture/host-paths.ts';
import { normalizePath } from '../../posture/posix-path.ts';
import { bindsOf, containerSources } from '../../posture/sandbox-sources.ts';
import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'policy.sandbox_sensitive_bind',
  severity: 'warn',
  needs: ['config', 'agents', 'snapshot'],
  refs: ['CWE-538', 'CWE-653', 'ASI03', 'ASI05'],
  text: {
    en: {
      title: 'Sandbox mounts credentials of the host',
      why: 'Commands in the sandbox read what lies there (keys, tokens, other containers’ data) and, unless the mount ends in `:ro`, change it.',
      remedy:
        'Mount only the project directory that the agent works on, with `:ro` where it need not write, and remove this entry from `binds`.',
      exposed: '`{path}` holds `{bind}`, which exposes `{sensitive}`.',
    },
    ko: {
      title: '샌드박스가 호스트의 자격 증명이 있는 경로를 마운트합니다',
      why: '샌드박스 안의 명령이 그곳에 있는 키, 토큰, 다른 컨테이너의 데이터를 읽을 수 있고, `:ro`로 끝나지 않으면 바꿀 수도 있습니다.',
      remedy:
        '에이전트가 작업할 프로젝트 디렉터리만 마운트하고 쓸 필요가 없으면 `:ro`를 붙이십시오. `binds`에서 이 항목은 삭제하십시오.',
      exposed: '`{path}` 값이 `{bind}`이므로 `{sensitive}` 경로가 노출됩니다.',
    },
  },
  examples: {
    bad: [
      {
        config: '{agents: {defaults: {sandbox: {docker: {binds: ["/home/me/.ssh:/keys:ro"]}}}}}',
        offending: '"/home/me/.ssh:/keys:ro"',
      },
      '{agents: {defaults: {sandbox: {docker: {binds: ["/var/lib/docker:/d"]}}}}}',
      '{agents: {defaults: {sandbox: {docker: {binds: ["/Users/me:/me"]}}}}}',
      '{agents: {list: [{id: "w", sandbox: {docker: {binds: ["@@HOME@@/.openclaw:/state"]}}}]}}',
      '{agents: {defaults: {sandbox: {browser: {binds: ["@@HOME@@/.aws/credentials:/c"]}}}}}',
    ],
    good: [
      '{agents: {defaults: {sandbox: {docker: {binds: ["/home/me/project:/p", "/srv/data:/d:ro"]}}}}}',
      '{agents: {defaults: {sandbox: {docker: {binds: ["@@HOME@@/.openclaw/workspace:/w"]}}}}}',
      '{agents: {defaults: {sandbox: {docker: {binds: ["/etc:/x"]}}}}}',
    ],
  },
  *run({ config, agents, snapshot }, report) {
    const home = normalizePath(snapshot.target.home);
    const stateDir = normalizePath(snapshot.target.stateDir);
    for (const key of ['docker', 'browser'] as const) {
      for (const origin of containerSources({ config, agents }, key)) {
        for (const { text, host, route } of bindsOf(origin)) {
          if (host === undefined || forbiddenPath(host) !== undefined) continue;
          const sensitive = sensitivePath(host, { home, stateDir });
          if (sensitive === undefined) continue;
          const args = { path: `${origin.path}.binds`, bind: text, sensitive };
          yield report('exposed', args, config.at(...route), { subject: origin.subject });
        }
      }
    }
  },
});
