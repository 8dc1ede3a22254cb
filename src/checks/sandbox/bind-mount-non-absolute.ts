import { bindsOf, containerSources } from '../../posture/sandbox-sources.ts';
import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'sandbox.bind_mount_non_absolute',
  severity: 'warn',
  needs: ['config', 'agents'],
  when: [['agents']],
  refs: ['CWE-426'],
  text: {
    en: {
      title: 'Sandbox mount does not say which host directory it means',
      why: 'A relative path or a named volume is resolved by Docker: what ends up in the container depends on where the gateway was started, and cannot be checked from the config.',
      remedy:
        'Write the host part of the entry in `docker.binds` as an absolute path, such as `/srv/project:/project:ro`.',
      relative: '`{path}` holds `{bind}`, whose host part does not start with `/`.',
    },
    ko: {
      title: '샌드박스 마운트가 어느 호스트 디렉터리인지 분명하지 않습니다',
      why: '상대 경로나 이름 있는 볼륨은 Docker가 해석합니다. 컨테이너에 무엇이 들어가는지가 게이트웨이를 시작한 위치에 따라 달라지며, 설정만으로는 확인할 수 없습니다.',
      remedy:
        '`docker.binds` 항목의 호스트 쪽을 `/srv/project:/project:ro`처럼 절대 경로로 쓰십시오.',
      relative: '`{path}` 값이 `{bind}`인데, 호스트 쪽이 `/`로 시작하지 않습니다.',
    },
  },
  examples: {
    bad: [
      {
        config: '{agents: {defaults: {sandbox: {docker: {binds: ["vol:/x"]}}}}}',
        offending: '"vol:/x"',
      },
      '{agents: {list: [{id: "w", sandbox: {docker: {binds: ["./data:/x"]}}}]}}',
    ],
    good: ['{agents: {defaults: {sandbox: {docker: {binds: ["/srv/data:/x"]}}}}}'],
  },
  *run({ config, agents }, report) {
    for (const origin of containerSources({ config, agents }, 'docker')) {
      for (const { text, host, route } of bindsOf(origin)) {
        if (host !== undefined) continue;
        const args = { path: `${origin.path}.binds`, bind: text };
        yield report('relative', args, config.at(...route), { subject: origin.subject });
      }
    }
  },
});
