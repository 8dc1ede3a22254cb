import { defineCheck } from '../define.ts';

const OUTDATED = ['TLSv1', 'TLSv1.1', 'SSLv3'];

const SETTINGS = {
  remote_url: ['gateway', 'remote', 'url'],
  allowed_origins: ['gateway', 'controlUi', 'allowedOrigins'],
} as const;

export default defineCheck({
  id: 'live.tls_weak',
  severity: 'warn',
  needs: ['snapshot', 'live', 'config'],
  refs: ['CWE-326', 'CWE-297', 'CWE-298'],
  text: {
    en: {
      title: 'The TLS of the running gateway is not what it should be',
      why: 'People get used to warnings about a certificate that is over or of another name, and then do not notice that of an attacker; old protocols can be broken.',
      expired: 'The certificate of `{url}` expired on {date}.',
      remedy_expired:
        'Renew the certificate in `gateway.tls.certPath`, or set `gateway.tls.autoGenerate` to `true`, and restart the gateway.',
      misnamed:
        'Clients reach the gateway as `{host}`; its certificate is for `{names}` and they refuse it, or have been told not to look.',
      remedy_misnamed:
        'Get a certificate that names `{host}` and put it into `gateway.tls.certPath`, or write down the address that the certificate is for; a client can also pin it in `gateway.remote.tlsFingerprint`.',
      outdated: '`{url}` agreed on {protocol}.',
      remedy_outdated: 'Let the gateway, or the proxy before it, speak TLS 1.2 or newer only.',
    },
    ko: {
      title: '실행 중인 게이트웨이의 TLS에 문제가 있습니다',
      why: '만료되었거나 이름이 다른 인증서 경고에 익숙해지면 공격자의 인증서도 알아채지 못합니다. 오래된 프로토콜은 뚫릴 수 있습니다.',
      expired: '`{url}`의 인증서가 {date}에 만료되었습니다.',
      remedy_expired:
        '`gateway.tls.certPath`의 인증서를 갱신하거나 `gateway.tls.autoGenerate`를 `true`로 설정하고 게이트웨이를 다시 시작하십시오.',
      misnamed:
        '클라이언트는 `{host}` 이름으로 게이트웨이에 닿는데 인증서는 `{names}`의 것입니다. 클라이언트가 거부하거나, 확인하지 않게 되어 있습니다.',
      remedy_misnamed:
        '`{host}` 이름이 든 인증서를 받아 `gateway.tls.certPath`에 넣거나, 인증서에 있는 주소를 설정에 적으십시오. 클라이언트에서 `gateway.remote.tlsFingerprint`로 고정할 수도 있습니다.',
      outdated: '`{url}`에서 {protocol}을 사용했습니다.',
      remedy_outdated: '게이트웨이나 그 앞의 프록시가 TLS 1.2 이상만 사용하게 하십시오.',
    },
  },
  examples: {
    bad: [
      {
        config: '{ gateway: { tls: { enabled: true } } }',
        live: { tls: { protocol: 'TLSv1.3', notAfter: -1, trusted: false } },
        offending: '{ enabled: true }',
      },
      { live: { tls: { protocol: 'TLSv1.1', trusted: true } } },
      {
        config:
          '{ gateway: { tls: { enabled: true }, controlUi: { allowedOrigins: ["https://gw.example.org:18789"] } } }',
        live: {
          tls: {
            ...{ protocol: 'TLSv1.3', trusted: false, names: ['old.example.org'] },
            misnamed: [{ host: 'gw.example.org', setting: 'allowed_origins' }],
          },
        },
        offending: '["https://gw.example.org:18789"]',
      },
    ],
    good: [
      { live: { tls: { protocol: 'TLSv1.3', notAfter: 4_102_444_800_000, trusted: false } } },
      '{}',
    ],
  },
  *run({ snapshot, live, config }, report) {
    const tls = live.tls();
    if (tls === undefined) return;
    const { protocol, notAfter } = tls;
    const at = config.at('gateway', 'tls');
    const url = live.url('connect');
    if (notAfter !== undefined && notAfter < snapshot.takenAt) {
      const date = new Date(notAfter).toISOString().slice(0, 10);
      yield report('expired', { url, date }, at, { remedy: 'remedy_expired' });
    }
    for (const { host, setting } of tls.misnamed ?? [])
      yield report('misnamed', { host, names: tls.names ?? [] }, config.at(...SETTINGS[setting]), {
        remedy: 'remedy_misnamed',
      });
    if (OUTDATED.includes(protocol))
      yield report('outdated', { url, protocol }, at, { remedy: 'remedy_outdated' });
  },
});
