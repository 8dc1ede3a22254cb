import { defineCheck } from '../define.ts';

/** Programs of root that hold a port for a gateway in a container or elsewhere. */
const FORWARDERS =
  /^(?:docker-proxy|rootlessport|conmon|tailscaled|systemd|nginx|caddy|traefik|haproxy|apache2|httpd)$/;
const ROOT = { address: '127.0.0.1', port: 18789, uid: 0 };

export default defineCheck({
  id: 'live.runs_as_root',
  severity: 'warn',
  needs: ['listeners', 'ways', 'config'],
  refs: ['CWE-250'],
  text: {
    en: {
      title: 'The gateway runs as root',
      why: 'Whoever gets an agent to run a command is then root on this machine.',
      remedy:
        'Run the gateway as a user of its own that owns the state directory; in a container, set `user` to one that is not 0.',
      root: 'The program on port {port} ({process}) belongs to root.',
    },
    ko: {
      title: '게이트웨이가 root로 실행됩니다',
      why: '에이전트에게 명령을 실행하게 만든 사람은 이 시스템의 root가 됩니다.',
      remedy:
        '상태 디렉터리를 소유한 전용 사용자로 게이트웨이를 실행하십시오. 컨테이너에서는 `user`를 0이 아닌 사용자로 설정하십시오.',
      root: '{port} 포트의 프로그램({process})이 root의 것입니다.',
    },
  },
  examples: {
    bad: [
      {
        config: '{ gateway: { port: 18789 } }',
        live: { listeners: [{ address: '127.0.0.1', port: 18789, uid: 0, process: 'node' }] },
        offending: '18789',
      },
    ],
    good: [
      { live: { listeners: [{ address: '127.0.0.1', port: 18789, uid: 1000 }] } },
      // Not the gateway, but what leads to it.
      { live: { listeners: [{ ...ROOT, process: 'docker-proxy' }] } },
      {
        live: { listeners: [ROOT] },
        ways: { published: [{ container: 'claw', host: '127.0.0.1', port: 18789, inner: 18789 }] },
      },
    ],
  },
  *run({ listeners, ways, config }, report) {
    const root = listeners.find(({ service, uid }) => service === 'gateway' && uid === 0);
    if (root === undefined || FORWARDERS.test(root.process ?? '')) return;
    if (root.process === undefined && ways.leadsIntoContainer(root.port)) return;
    const { port, process = '?' } = root;
    yield report('root', { port, process }, config.at('gateway', 'port'));
  },
});
