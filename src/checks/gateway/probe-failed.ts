import { usesRemoteGateway } from '../../config/remote-gateway.ts';
import { probeSucceeded } from '../../posture/probe.ts';
import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'gateway.probe_failed',
  severity: 'warn',
  needs: ['config', 'gatewayProbe'],
  departures: {
    limited: {
      reference:
        'A gateway that answers and accepts the credential, but refuses a question for want of a scope, counts as failed.',
      why: 'It is reachable and ours: what it refuses depends on the devices paired with it, and says nothing about its health.',
      source: 'openclaw/openclaw#46836, openclaw/openclaw#128217',
    },
  },
  text: {
    en: {
      title: 'Gateway did not answer as expected',
      why: 'Only the config and the files were judged: whether the running gateway is the one they describe is not known.',
      refused: 'Nothing listens on `{url}`.',
      remedy_refused:
        'A gateway that is stopped does not answer, and then nothing is wrong. If it should be running, check `openclaw gateway status`, and that `gateway.port` is the port it listens on.',
      unreachable: '`{url}` could not be reached: `{error}`.',
      remedy_unreachable:
        'Check that this host reaches the address and, with TLS, that the certificate is trusted here or that its SHA-256 is in `gateway.remote.tlsFingerprint`.',
      auth_refused: '`{url}` refused the connection: `{error}`.',
      remedy_auth_refused:
        'Restart the gateway if its credential was changed since it started; make sure that OPENCLAW_GATEWAY_TOKEN and OPENCLAW_GATEWAY_PASSWORD, which come before `gateway.auth`, hold the same here as for the gateway; for a remote one, check `gateway.remote.token` and `gateway.remote.password`.',
      protocol: '`{url}` does not answer as a healthy gateway does: `{error}`.',
      remedy_protocol:
        'Find out which program listens there (`ss -ltnp` on Linux, `lsof -iTCP -sTCP:LISTEN` on macOS). If it is the gateway, check `gateway.tls.enabled`, look at `openclaw logs` and restart it; if it is not, stop that program.',
      limited: '`{url}` answers, but not everything: `{error}`.',
      remedy_limited:
        'Nothing needs to change for this: such questions are answered only to devices that are paired with the gateway.',
      not_asked: 'The gateway was not asked: {error}.',
      remedy_not_asked:
        'Give `gateway.remote.url` a `wss://` address, or lead it through a tunnel to `ws://127.0.0.1`; `gateway.remote.tlsFingerprint` takes the 64 hex digits of a SHA-256, and `gateway.port` a number up to 65535.',
    },
    ko: {
      title: '게이트웨이가 예상대로 응답하지 않았습니다',
      why: '설정과 파일만 판정했으며, 실행 중인 게이트웨이가 그 설정대로 동작하는지는 알 수 없습니다.',
      refused: '`{url}`에서 수신 대기 중인 프로그램이 없습니다.',
      remedy_refused:
        '게이트웨이를 멈춰 두었다면 정상입니다. 실행 중이어야 한다면 `openclaw gateway status`를 확인하고, `gateway.port`가 실제 수신 포트와 같은지 확인하십시오.',
      unreachable: '`{url}`에 연결할 수 없습니다: `{error}`.',
      remedy_unreachable:
        '이 호스트에서 해당 주소에 연결되는지 확인하십시오. TLS를 쓴다면 인증서를 이 호스트가 신뢰하는지, 또는 인증서의 SHA-256 값이 `gateway.remote.tlsFingerprint`에 있는지 확인하십시오.',
      auth_refused: '`{url}`에서 연결을 거부했습니다: `{error}`.',
      remedy_auth_refused:
        '게이트웨이를 시작한 뒤 인증 정보를 바꿨다면 다시 시작하십시오. `gateway.auth`보다 우선하는 OPENCLAW_GATEWAY_TOKEN과 OPENCLAW_GATEWAY_PASSWORD 값이 이 환경과 게이트웨이에서 같은지 확인하십시오. 원격 게이트웨이라면 `gateway.remote.token`과 `gateway.remote.password`를 확인하십시오.',
      protocol: '`{url}`의 응답이 정상적인 게이트웨이의 응답이 아닙니다: `{error}`.',
      remedy_protocol:
        '그 포트에서 수신 대기 중인 프로그램을 확인하십시오(Linux는 `ss -ltnp`, macOS는 `lsof -iTCP -sTCP:LISTEN`). 게이트웨이라면 `gateway.tls.enabled`와 `openclaw logs`를 확인한 뒤 다시 시작하고, 아니라면 그 프로그램을 종료하십시오.',
      limited: '`{url}`에서 응답하지만 일부 요청은 거부합니다: `{error}`.',
      remedy_limited:
        '조치할 것은 없습니다. 이런 요청에는 게이트웨이에 페어링된 기기에만 응답합니다.',
      not_asked: '게이트웨이에 연결하지 않았습니다: {error}.',
      remedy_not_asked:
        '`gateway.remote.url`에 `wss://` 주소를 쓰거나, 터널을 거쳐 `ws://127.0.0.1`로 연결하십시오. `gateway.remote.tlsFingerprint`에는 SHA-256 값 16진수 64자리를, `gateway.port`에는 65535 이하의 숫자를 씁니다.',
    },
  },
  examples: {
    bad: [
      { config: '{ gateway: { port: 1 } }', deep: true, offending: '1' },
      {
        config: '{ gateway: { mode: "remote", remote: { url: "ws://192.0.2.1:18789" } } }',
        deep: true,
        offending: '"ws://192.0.2.1:18789"',
      },
      { config: '{ gateway: { mode: "remote", remote: { url: "gateway" } } }', deep: true },
    ],
    good: ['{ gateway: { port: 1 } }'],
  },
  *run({ config, gatewayProbe }, report, departs) {
    if (gatewayProbe === undefined || probeSucceeded(gatewayProbe, !departs('limited'))) return;
    const { url, outcome } = gatewayProbe;
    if (outcome === 'healthy') return;
    const error = gatewayProbe.error ?? outcome;
    const remote = usesRemoteGateway(config.string);
    const address = remote ? (['remote', 'url'] as const) : (['port'] as const);
    const route = outcome === 'auth_refused' && !remote ? (['auth'] as const) : address;
    yield report(outcome, { url, error }, config.at('gateway', ...route), {
      remedy: `remedy_${outcome}`,
    });
  },
});
