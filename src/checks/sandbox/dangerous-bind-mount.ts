import { bindsOf, containerSources } from '../../posture/sandbox-sources.ts';
import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'sandbox.dangerous_bind_mount',
  severity: 'critical',
  needs: ['config', 'agents', 'hostPaths'],
  when: [['agents']],
  refs: ['CWE-250', 'CWE-653', 'ASI05'],
  text: {
    en: {
      title: 'Sandbox mounts a part of the host that breaks the sandbox',
      why: 'Whoever gets the agent to run a command reads or changes this part of the host from inside the container; with the Docker socket or `/` that is the whole machine.',
      remedy:
        'Remove the entry from `docker.binds`, or mount the one project directory that is needed, read-only (`/home/me/project:/project:ro`).',
      covers: '`{path}` holds `{bind}`: `{source}` is the whole file system of the host.',
      targets: '`{path}` holds `{bind}`: `{source}` is `{forbidden}`, lies in it or holds it.',
    },
    ko: {
      title: '샌드박스가 격리를 무너뜨리는 호스트 경로를 마운트합니다',
      why: '에이전트에게 명령을 실행시킬 수 있는 사람은 컨테이너 안에서 호스트의 이 경로를 읽거나 바꿀 수 있습니다. Docker 소켓이나 `/`라면 호스트 전체가 넘어갑니다.',
      remedy:
        '`docker.binds`에서 이 항목을 삭제하거나, 꼭 필요한 프로젝트 디렉터리 하나만 읽기 전용으로 마운트하십시오(`/home/me/project:/project:ro`).',
      covers: '`{path}` 값이 `{bind}`입니다. `{source}` 경로는 호스트 파일 시스템 전체입니다.',
      targets:
        '`{path}` 값이 `{bind}`입니다. `{source}` 경로는 `{forbidden}`이거나, 그 안에 있거나, 그것을 포함합니다.',
    },
  },
  examples: {
    bad: [
      {
        config: '{agents: {defaults: {sandbox: {mode: "all", docker: {binds: ["/etc:/x:ro"]}}}}}',
        offending: '"/etc:/x:ro"',
      },
      '{agents: {list: [{id: "w", sandbox: {docker: {binds: ["/var/run/docker.sock:/s"]}}}]}}',
      '{agents: {defaults: {sandbox: {docker: {binds: ["/:/host"]}}}}}',
      '{agents: {defaults: {sandbox: {docker: {binds: ["/home/../etc:/x"]}}}}}',
      {
        config: '{agents: {defaults: {sandbox: {docker: {binds: ["/var:/x"]}}}}}',
        openclawVersion: '2026.9.6',
      },
      {
        config: '{agents: {defaults: {sandbox: {docker: {binds: ["@@HOME@@/link:/x"]}}}}}',
        files: [{ path: 'link', symlink: '/etc' }],
        openclawVersion: '2026.9.6',
      },
    ],
    good: [
      '{agents: {defaults: {sandbox: {mode: "all", docker: {binds: ["/etcetera:/x", "/var/runner:/y", "/srv/project:/p:ro"]}}}}}',
      '{agents: {defaults: {sandbox: {mode: "all"}}}}',
    ],
  },
  *run({ config, agents, hostPaths }, report) {
    for (const origin of containerSources({ config, agents }, 'docker')) {
      for (const { text, source, host, route } of bindsOf(origin)) {
        const forbidden = host === undefined ? undefined : hostPaths.forbidden(host);
        if (forbidden === undefined) continue;
        const args = { path: `${origin.path}.binds`, bind: text, source };
        const options = { subject: origin.subject };
        const at = config.at(...route);
        if (forbidden === '/') yield report('covers', args, at, options);
        else yield report('targets', { ...args, forbidden }, at, options);
      }
    }
  },
});
