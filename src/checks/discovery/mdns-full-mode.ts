import { defineCheck } from '../define.ts';
import { CUSTOM_LOOPBACK, listensBeyond } from '../gateway/reach.ts';

const FULL = 'discovery: { mdns: { mode: "full" } }';
const LOCAL = `{ gateway: { bind: "custom", customBindHost: "127.0.0.1" }, ${FULL} }`;

export default defineCheck({
  id: 'discovery.mdns_full_mode',
  severity: 'critical',
  needs: ['config', 'gateway'],
  when: [['discovery']],
  refs: ['CWE-200'],
  departures: { custom_loopback: CUSTOM_LOOPBACK },
  text: {
    en: {
      title: 'Gateway announces host details on the local network',
      why: 'Everyone on the network is told where the CLI lies and on which port SSH listens, which makes the host easier to attack.',
      remedy: 'Set `discovery.mdns.mode` to `minimal` or `off`.',
      full: '`discovery.mdns.mode` is `full` and `gateway.bind` is `{bind}`.',
    },
    ko: {
      title: '게이트웨이가 호스트 정보를 로컬 네트워크에 알립니다',
      why: '네트워크의 모두에게 CLI 경로와 SSH 포트가 알려지므로 호스트를 공격하기 쉬워집니다.',
      remedy: '`discovery.mdns.mode`를 `minimal` 또는 `off`로 설정합니다.',
      full: '`discovery.mdns.mode` 값이 `full`이고 `gateway.bind` 값이 `{bind}`입니다.',
    },
  },
  examples: {
    bad: [
      { config: `{ gateway: { bind: "lan" }, ${FULL} }`, offending: '"full"' },
      { config: `{ ${FULL} }`, severity: 'warn' },
      { config: LOCAL, severity: 'warn' },
      { config: LOCAL, compat: true },
    ],
    good: ['{}', '{ gateway: { bind: "lan" }, discovery: { mdns: { mode: "minimal" } } }'],
  },
  *run({ config, gateway }, report, departs) {
    if (config.string('discovery', 'mdns', 'mode') !== 'full') return;
    const beyond = listensBeyond(gateway, departs('custom_loopback'));
    const at = config.at('discovery', 'mdns', 'mode');
    yield report('full', { bind: gateway.bind }, at, { severity: beyond ? 'critical' : 'warn' });
  },
});
