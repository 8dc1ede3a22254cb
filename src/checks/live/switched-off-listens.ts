import { defineCheck } from '../define.ts';

const BROWSER = [
  ['browser_control', 'browser'],
  ['browser_relay', 'browser'],
] as const;
const CANVAS = [['canvas', 'canvasHost']] as const;

export default defineCheck({
  id: 'live.switched_off_listens',
  severity: 'warn',
  needs: ['browser', 'listeners', 'config'],
  text: {
    en: {
      title: 'A service is switched off in the config, and its port is open',
      why: 'What runs is not what the config says: an older process, or another program in its place.',
      remedy: 'Restart the gateway; if the port stays open, find the program with `ss -ltnp`.',
      open: 'Port {port} ({service}) listens on {address} though `{setting}` is `false`.',
    },
    ko: {
      title: '설정에서 끈 서비스의 포트가 열려 있습니다',
      why: '이전 프로세스나 다른 프로그램이 실행 중이어서 설정과 다르게 동작합니다.',
      remedy:
        '게이트웨이를 다시 시작하십시오. 포트가 계속 열려 있다면 `ss -ltnp`로 프로그램을 찾으십시오.',
      open: '`{setting}` 값이 `false`인데 {address}의 {port} 포트({service})가 열려 있습니다.',
    },
  },
  examples: {
    bad: [
      {
        config: '{ browser: { enabled: false } }',
        live: { listeners: [{ address: '127.0.0.1', port: 18791 }] },
        offending: 'false',
      },
      {
        config: '{ canvasHost: { enabled: false, port: 9321 } }',
        live: { listeners: [{ address: '127.0.0.1', port: 9321 }] },
        offending: 'false',
      },
    ],
    good: [
      { live: { listeners: [{ address: '127.0.0.1', port: 18791 }] } },
      {
        config: '{ browser: { enabled: false } }',
        live: { listeners: [{ address: '127.0.0.1', port: 18789 }] },
      },
    ],
  },
  *run({ browser, listeners, config }, report) {
    const off: ReadonlyMap<string, 'browser' | 'canvasHost'> = new Map([
      ...(browser.enabled ? [] : BROWSER),
      ...(config.boolean('canvasHost', 'enabled') === false ? CANVAS : []),
    ]);
    for (const { service, address, port } of listeners) {
      const section = off.get(service);
      if (section === undefined) continue;
      const args = {
        address,
        port,
        service: service.replace('_', ' '),
        setting: `${section}.enabled`,
      };
      yield report('open', args, config.at(section, 'enabled'));
    }
  },
});
