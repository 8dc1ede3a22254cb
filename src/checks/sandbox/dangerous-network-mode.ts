import { child } from '../../posture/config.ts';
import { containerSources } from '../../posture/sandbox-sources.ts';
import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'sandbox.dangerous_network_mode',
  severity: 'critical',
  needs: ['config', 'agents'],
  when: [['agents']],
  refs: ['CWE-653', 'ASI05'],
  text: {
    en: {
      title: 'Sandbox shares a network that it should be kept apart from',
      why: 'Commands in the sandbox reach every service that listens on loopback there, such as the gateway itself or a database without a password.',
      remedy:
        'Set `docker.network` to `none`, or to `bridge` or a Docker network made for the sandbox when it needs the internet; remove `dangerouslyAllowContainerNamespaceJoin`.',
      host: '`{path}` is `{value}`: the sandbox uses the network of the host.',
      container: '`{path}` is `{value}`: the sandbox joins the network of another container.',
    },
    ko: {
      title: '샌드박스가 분리되어야 할 네트워크를 함께 씁니다',
      why: '샌드박스에서 실행된 명령이 그 네트워크의 루프백에서 수신 대기하는 모든 서비스(게이트웨이 자신, 비밀번호 없는 데이터베이스 등)에 접근할 수 있습니다.',
      remedy:
        '`docker.network`를 `none`으로 설정하고, 인터넷이 필요하면 `bridge`나 샌드박스 전용 Docker 네트워크를 쓰십시오. `dangerouslyAllowContainerNamespaceJoin`은 삭제하십시오.',
      host: '`{path}` 값이 `{value}`이므로 샌드박스가 호스트 네트워크를 그대로 사용합니다.',
      container: '`{path}` 값이 `{value}`이므로 샌드박스가 다른 컨테이너의 네트워크에 합류합니다.',
    },
  },
  examples: {
    bad: [
      {
        config: '{agents: {defaults: {sandbox: {mode: "all", docker: {network: "host"}}}}}',
        offending: '"host"',
      },
      '{agents: {list: [{id: "w", sandbox: {docker: {network: " Container:db ", dangerouslyAllowContainerNamespaceJoin: true}}}]}}',
    ],
    good: [
      '{agents: {defaults: {sandbox: {docker: {network: "bridge"}}}}}',
      '{agents: {defaults: {sandbox: {docker: {network: "none"}}}}}',
    ],
  },
  *run({ config, agents }, report) {
    for (const { path, route, value, subject } of containerSources({ config, agents }, 'docker')) {
      const written = child(value, 'network');
      if (typeof written !== 'string') continue;
      const network = written.trim().toLowerCase();
      const message =
        network === 'host' ? 'host' : network.startsWith('container:') ? 'container' : undefined;
      if (!message) continue;
      const at = config.at(...route, 'network');
      yield report(message, { path: `${path}.network`, value: written.trim() }, at, { subject });
    }
  },
});
