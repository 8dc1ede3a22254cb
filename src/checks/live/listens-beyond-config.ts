import { defineCheck } from '../define.ts';

/** Whatever the gateway is bound to, these are meant for this host alone. */
const LOCAL_ONLY: ReadonlySet<string> = new Set(['browser_control', 'browser_relay', 'cdp']);

export default defineCheck({
  id: 'live.listens_beyond_config',
  severity: 'critical',
  needs: ['gateway', 'listeners', 'config'],
  refs: ['CWE-1327', 'CWE-668'],
  text: {
    en: {
      title:
        'A port of the gateway can be reached from other machines, and the config says otherwise',
      why: 'The config promises that only this host reaches it. A flag of the service, an older process or another program decides otherwise.',
      gateway: 'The gateway’s port {port} is open on {address}; `gateway.bind` is `{bind}`.',
      remedy_gateway:
        'Restart the gateway; if it still listens there, look for `--bind` in the command of its service, and for another program on the port (`ss -ltnp`).',
      local: 'Port {port} ({service}) is open on {address}; it is meant for this host alone.',
      remedy_local:
        'Stop what listens there (`ss -ltnp`); start browsers with `--remote-debugging-address=127.0.0.1`, or close the port with a firewall.',
    },
    ko: {
      title: '설정과 달리 게이트웨이의 포트에 다른 시스템에서 닿을 수 있습니다',
      why: '설정은 이 호스트에서만 닿는다고 약속합니다. 서비스의 옵션이나 이전 프로세스, 다른 프로그램이 그 약속을 깨고 있습니다.',
      gateway:
        '게이트웨이의 {port} 포트가 {address}에 열려 있습니다. `gateway.bind` 값은 `{bind}`입니다.',
      remedy_gateway:
        '게이트웨이를 다시 시작하십시오. 그래도 수신 대기한다면 서비스 명령의 `--bind`와 그 포트의 다른 프로그램(`ss -ltnp`)을 확인하십시오.',
      local:
        '{port} 포트({service})가 {address}에 열려 있습니다. 이 호스트에서만 써야 하는 포트입니다.',
      remedy_local:
        '그 포트에서 수신 대기하는 프로그램을 종료하십시오(`ss -ltnp`). 브라우저는 `--remote-debugging-address=127.0.0.1`로 시작하거나 방화벽으로 포트를 막으십시오.',
    },
  },
  examples: {
    bad: [
      {
        config: '{ gateway: { bind: "loopback" } }',
        live: { listeners: [{ address: '0.0.0.0', port: 18789 }] },
        offending: '"loopback"',
      },
      {
        config: '{ gateway: { bind: "lan" } }',
        live: { listeners: [{ address: '::', port: 18800 }] },
      },
    ],
    good: [
      { live: { listeners: [{ address: '127.0.0.1', port: 18789 }] } },
      {
        config: '{ gateway: { bind: "lan" } }',
        live: { listeners: [{ address: '0.0.0.0', port: 18789 }] },
      },
    ],
  },
  *run({ gateway, listeners, config }, report) {
    const { bind, listensBeyondLoopback } = gateway;
    for (const { service, address, port, loopback } of listeners) {
      if (loopback) continue;
      const at = config.at('gateway', 'bind');
      if (service === 'gateway' && !listensBeyondLoopback)
        yield report('gateway', { port, address, bind }, at, { remedy: 'remedy_gateway' });
      if (LOCAL_ONLY.has(service))
        yield report('local', { port, address, service: service.replace('_', ' ') }, at, {
          remedy: 'remedy_local',
        });
    }
  },
});
