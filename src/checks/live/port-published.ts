import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'live.port_published',
  severity: 'warn',
  needs: ['config', 'gateway', 'ways'],
  refs: ['CWE-668'],
  text: {
    en: {
      title: 'A container opens a port of the gateway to other machines',
      why: 'Docker writes its own firewall rules: what a container publishes is reachable although the config, or a firewall such as ufw, says otherwise.',
      remedy:
        'Publish it on this host alone: `-p 127.0.0.1:{port}:{inner}`, in a compose file `"127.0.0.1:{port}:{inner}"`.',
      gateway:
        'Container `{container}` publishes port {inner} on {host}:{port}; `gateway.bind` is `{bind}`.',
      derived:
        'Container `{container}` publishes port {inner} on {host}:{port}; it belongs to a service of the gateway that is meant for this host alone.',
    },
    ko: {
      title: '컨테이너가 게이트웨이의 포트를 다른 시스템에 공개합니다',
      why: 'Docker는 방화벽 규칙을 직접 만듭니다. 설정이나 ufw 같은 방화벽이 막더라도 컨테이너가 공개한 포트에는 닿을 수 있습니다.',
      remedy:
        '이 호스트에만 공개하십시오: `-p 127.0.0.1:{port}:{inner}`, compose 파일에서는 `"127.0.0.1:{port}:{inner}"`.',
      gateway:
        '컨테이너 `{container}`에서 {inner} 포트를 {host}:{port}에 공개합니다. `gateway.bind` 값은 `{bind}`입니다.',
      derived:
        '컨테이너 `{container}`에서 {inner} 포트를 {host}:{port}에 공개합니다. 이 호스트에서만 써야 하는 게이트웨이 서비스의 포트입니다.',
    },
  },
  examples: {
    bad: [
      {
        config: '{ gateway: { bind: "loopback" } }',
        ways: { published: [{ container: 'claw', host: '0.0.0.0', port: 80, inner: 18789 }] },
        offending: '"loopback"',
      },
      {
        config: '{ gateway: { bind: "lan" } }',
        ways: { published: [{ container: 'claw', host: '::', port: 18791, inner: 18791 }] },
      },
    ],
    good: [
      {
        ways: { published: [{ container: 'claw', host: '127.0.0.1', port: 18789, inner: 18789 }] },
      },
      {
        config: '{ gateway: { bind: "lan" } }',
        ways: { published: [{ container: 'claw', host: '0.0.0.0', port: 18789, inner: 18789 }] },
      },
      { ways: { published: [{ container: 'db', host: '0.0.0.0', port: 5432, inner: 5432 }] } },
    ],
  },
  *run({ config, gateway, ways }, report) {
    const { bind, port: own } = gateway;
    for (const { container, host, port, inner } of ways.published()) {
      const at = [config.at('gateway', 'bind'), { kind: 'container', name: container } as const];
      const args = { container, host, port, inner };
      if (port !== own && inner !== own) yield report('derived', args, at);
      else if (!gateway.bindsBeyondLoopback) yield report('gateway', { ...args, bind }, at);
    }
  },
});
