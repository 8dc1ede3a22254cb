import { isLoopbackHost } from '../../posture/gateway.ts';
import { defineCheck } from '../define.ts';
import { BROWSER_EPOCH, withContainers } from './fake-docker.ts';

const LOOPBACK_BY_REFERENCE = new Set(['127.0.0.1', '::1', 'localhost']);
const container = (...ports: readonly string[]) =>
  withContainers({ hash: 'abc', epoch: BROWSER_EPOCH, ports });
const bracketed = (host: string) => (host.includes(':') ? `[${host}]` : host);

export default defineCheck({
  id: 'sandbox.browser_container.non_loopback_publish',
  severity: 'critical',
  needs: ['containers'],
  text: {
    en: {
      title: "Agent's browser can be reached from the network",
      why: 'Whoever reaches the debugging or screen port of this browser sees its pages, takes over its signed-in sessions and drives it. Ports that docker publishes often bypass the firewall of the host as well.',
      remedy:
        'Run `openclaw sandbox recreate --browser --all` (with `--force` to skip the question), then check with `docker port` that every port of these containers is published on `127.0.0.1` only.',
      published: 'Published beyond this machine: {mappings}.',
    },
    ko: {
      title: '네트워크에서 에이전트의 브라우저에 접근할 수 있습니다',
      why: '이 브라우저의 디버깅 포트나 화면 포트에 접근할 수 있는 사람은 페이지를 보고, 로그인된 세션을 가로채고, 브라우저를 조작할 수 있습니다. Docker가 공개하는 포트는 호스트 방화벽까지 우회하는 경우가 많습니다.',
      remedy:
        '`openclaw sandbox recreate --browser --all`을 실행하고(확인 질문을 생략하려면 `--force` 추가), `docker port`로 이 컨테이너의 모든 포트가 `127.0.0.1`에만 공개되어 있는지 확인하십시오.',
      published: '이 컴퓨터 밖으로 공개된 포트: {mappings}.',
    },
  },
  examples: {
    bad: [
      container('9222/tcp -> 0.0.0.0:49153'),
      container('6080/tcp -> 127.0.0.1:6080', '9222/tcp -> [::]:9222'),
      container('9222/tcp -> 192.168.1.5:9222'),
      { ...container('9222/tcp -> 127.0.0.2:9222'), compat: true },
    ],
    good: [
      '{}',
      container(),
      container('9222/tcp -> 127.0.0.1:9222', '6080/tcp -> [::1]:6080'),
      container('9222/tcp -> 127.0.0.2:9222'),
      { ...container('9222/tcp -> 127.0.0.1:9222'), compat: true },
    ],
  },
  departures: {
    wholeLoopbackNet: {
      reference: 'Takes 127.0.0.1, ::1 and localhost alone for this machine.',
      why: 'All of 127.0.0.0/8 is this machine: 127.0.0.2 cannot be reached from another one.',
      source: 'OpenClaw 2026.2.24, observed; RFC 1122, 3.2.1.3',
    },
  },
  *run({ containers }, report, departs) {
    const isLocal = departs('wholeLoopbackNet')
      ? isLoopbackHost
      : (host: string) => LOOPBACK_BY_REFERENCE.has(host);
    const exposed = containers
      .map(({ name, published }) => ({ name, ports: published.filter((p) => !isLocal(p.host)) }))
      .filter(({ ports }) => ports.length > 0);
    if (exposed.length === 0) return;
    const mappings = exposed.flatMap(({ name, ports }) =>
      ports.map((p) => `${name} ${p.container} → ${bracketed(p.host)}:${p.port}`),
    );
    yield report(
      'published',
      { mappings },
      exposed.map(({ name }) => ({ kind: 'container', name })),
    );
  },
});
