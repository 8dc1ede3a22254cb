import { defineCheck } from '../define.ts';
import { BROWSER_EPOCH, withContainers } from './fake-docker.ts';

const DAY = /^\d{4}-\d{2}-\d{2}-/;
const isNewer = (epoch: string, own: string) =>
  DAY.test(epoch) && epoch.slice(0, 10) > own.slice(0, 10);

export default defineCheck({
  id: 'sandbox.browser_container.hash_epoch_stale',
  severity: 'warn',
  needs: ['containers', 'sandbox'],
  text: {
    en: {
      title: 'Browser container was made before a security change',
      why: 'The way OpenClaw starts browser containers was hardened after these were made. They still run with the old settings, such as a remote screen without a password.',
      remedy:
        'Run `openclaw sandbox recreate --browser --all` (with `--force` to skip the question), so that the containers are made anew by the installed OpenClaw.',
      stale: 'The label `openclaw.browserConfigEpoch` is not `{expected}` on: {containers}.',
    },
    ko: {
      title: '브라우저 컨테이너가 보안 변경 이전에 만들어졌습니다',
      why: '이 컨테이너들이 만들어진 뒤에 OpenClaw의 브라우저 컨테이너 시작 방식이 강화되었습니다. 해당 컨테이너는 암호 없는 원격 화면과 같은 이전 설정으로 계속 실행되고 있습니다.',
      remedy:
        '`openclaw sandbox recreate --browser --all`을 실행하여(확인 질문을 생략하려면 `--force` 추가) 설치된 OpenClaw로 컨테이너를 다시 만드십시오.',
      stale:
        '다음 컨테이너의 `openclaw.browserConfigEpoch` 레이블이 `{expected}`이(가) 아닙니다: {containers}.',
    },
  },
  examples: {
    bad: [
      withContainers({ hash: 'abc', epoch: 'old' }),
      withContainers({ hash: 'abc', epoch: BROWSER_EPOCH }, { hash: 'abc', epoch: '<no value>' }),
      withContainers({ hash: 'abc', epoch: '2025-12-31-cdp' }),
      { ...withContainers({ hash: 'abc', epoch: '2026-05-12-cdp-relay-auth' }), compat: true },
    ],
    good: [
      {
        ...withContainers({ hash: 'abc', epoch: '2026-05-12-cdp-relay-auth' }),
        openclawVersion: '2026.9.6',
        compat: true,
      },
      '{}',
      withContainers({ hash: '<no value>', epoch: BROWSER_EPOCH }),
      withContainers({ hash: 'abc', epoch: '2026-05-12-cdp-relay-auth' }),
    ],
  },
  departures: {
    newerEpoch: {
      reference: 'Calls every label stale that is not its own, also one of a later date.',
      why: 'A container whose label has a later date was made by a newer OpenClaw and is not behind.',
      source:
        'OpenClaw 2026.2.24 and 2026.9.6, observed: the newer one writes 2026-05-12-cdp-relay-auth',
    },
  },
  *run({ containers, sandbox: { browserEpoch: expected } }, report, departs) {
    const names = containers
      .filter(({ configEpoch }) => configEpoch !== expected)
      .filter(({ configEpoch }) => !(departs('newerEpoch') && isNewer(configEpoch ?? '', expected)))
      .map(({ name }) => name);
    if (names.length === 0) return;
    yield report(
      'stale',
      { expected, containers: names },
      names.map((name) => ({ kind: 'container', name })),
    );
  },
});
