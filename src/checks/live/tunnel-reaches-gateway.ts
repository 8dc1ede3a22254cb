import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'live.tunnel_reaches_gateway',
  severity: 'critical',
  needs: ['config', 'ways'],
  refs: ['CWE-668'],
  text: {
    en: {
      title: 'A tunnel leads strangers to the gateway',
      why: 'A tunnel goes around firewall, bind address and Tailscale alike. To the gateway its visitors come from this host, which it trusts most.',
      leads: '`{program}` runs and leads to port {port} of the gateway.',
      remedy:
        'Stop it if it is not meant. If it is, put a login before it (Cloudflare Access, `--basic-auth`), keep `gateway.auth` on, and do not name its address in `gateway.trustedProxies` unless it overwrites X-Forwarded-For.',
      unclear: '`{program}` runs; neither its arguments nor its files tell where it leads.',
      remedy_unclear:
        'Look up where it leads (for a named Cloudflare tunnel in the dashboard); it must not be a port of the gateway.',
    },
    ko: {
      title: '터널을 통해 낯선 사람이 게이트웨이에 닿을 수 있습니다',
      why: '터널은 방화벽과 바인드 주소, Tailscale을 모두 우회합니다. 게이트웨이에는 그 방문자가 가장 신뢰하는 이 호스트에서 온 것처럼 보입니다.',
      leads: '`{program}` 프로그램이 실행 중이며 게이트웨이의 {port} 포트로 이어집니다.',
      remedy:
        '의도한 것이 아니라면 종료하십시오. 의도한 것이라면 앞에 로그인(Cloudflare Access, `--basic-auth`)을 두고 `gateway.auth`를 켜 두십시오. X-Forwarded-For를 덮어쓰지 않는 한 그 주소를 `gateway.trustedProxies`에 넣지 마십시오.',
      unclear:
        '`{program}` 프로그램이 실행 중이지만, 인수나 설정 파일로는 어디로 이어지는지 알 수 없습니다.',
      remedy_unclear:
        '어디로 이어지는지 확인하십시오(이름 있는 Cloudflare 터널은 대시보드). 게이트웨이의 포트여서는 안 됩니다.',
    },
  },
  examples: {
    bad: [
      {
        config: '{ gateway: { bind: "loopback" } }',
        ways: { tunnels: [{ program: 'ngrok', port: 18789 }] },
        offending: '"loopback"',
      },
      { ways: { tunnels: [{ program: 'frpc', port: 18789, file: '/etc/frp/frpc.toml' }] } },
      { ways: { tunnels: [{ program: 'cloudflared' }] }, severity: 'info' },
    ],
    good: [{ ways: {} }],
  },
  *run({ config, ways }, report) {
    for (const { program, port, file } of ways.tunnels()) {
      const bind = config.at('gateway', 'bind');
      const at = file === undefined ? [bind] : [bind, { kind: 'file', path: file } as const];
      if (port !== undefined) yield report('leads', { program, port }, at);
      else yield report('unclear', { program }, at, { severity: 'info', remedy: 'remedy_unclear' });
    }
  },
});
