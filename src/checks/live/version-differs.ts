import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'live.version_differs',
  severity: 'warn',
  needs: ['snapshot', 'live', 'config'],
  text: {
    en: {
      title: 'The running gateway is another release than the one that wrote the config',
      why: 'Settings are judged by the release that is recorded; what runs may read them differently, and an update that was installed but never started mends nothing.',
      remedy:
        'Restart the gateway; if it still runs another release, find out which installation its service starts (`openclaw gateway status`).',
      differs: 'The gateway at `{url}` says it is {running}; the config was written by {recorded}.',
    },
    ko: {
      title: '실행 중인 게이트웨이와 설정을 기록한 릴리스가 다릅니다',
      why: '설정은 기록된 릴리스를 기준으로 판정합니다. 실행 중인 릴리스는 설정을 다르게 읽을 수 있고, 설치만 하고 다시 시작하지 않은 업데이트는 아무것도 고치지 못합니다.',
      remedy:
        '게이트웨이를 다시 시작하십시오. 그래도 다른 릴리스가 실행된다면 서비스가 어느 설치본을 시작하는지 확인하십시오(`openclaw gateway status`).',
      differs: '`{url}`의 게이트웨이는 {running}이라고 하지만 설정은 {recorded}에서 기록했습니다.',
    },
  },
  examples: {
    bad: [
      {
        config: '{ meta: { lastTouchedVersion: "2026.2.24" } }',
        live: { version: '2026.2.1' },
        offending: '"2026.2.24"',
      },
    ],
    good: [
      {
        config: '{ meta: { lastTouchedVersion: "2026.2.24" } }',
        live: { version: '2026.2.24' },
      },
      { live: { version: '2026.2.24' } },
    ],
  },
  *run({ snapshot, live, config }, report) {
    const { configRecord: recorded } = snapshot.version;
    const { version: running } = live;
    if (running === undefined || recorded === undefined || running === recorded) return;
    const place = config.at('meta', 'lastTouchedVersion');
    yield report('differs', { url: live.url('connect'), running, recorded }, place);
  },
});
