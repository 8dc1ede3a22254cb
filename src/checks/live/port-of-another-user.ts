import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'live.port_of_another_user',
  severity: 'critical',
  needs: ['snapshot', 'files', 'listeners', 'config'],
  refs: ['CWE-605'],
  text: {
    en: {
      title: 'Another user’s program listens on the gateway’s port',
      why: 'It receives the credential of every client that takes it for the gateway. This program did not send it one.',
      remedy:
        'Find the program (`ss -ltnp` as root), stop it, and start the gateway; then change the gateway’s token or password, since other clients may have sent it.',
      seen: 'Port {port} on {address} belongs to user {uid}, who owns neither the state directory nor this run.',
    },
    ko: {
      title: '다른 사용자의 프로그램이 게이트웨이 포트에서 수신 대기합니다',
      why: '그 프로그램을 게이트웨이로 여기는 모든 클라이언트의 인증 정보를 받게 됩니다. 이 프로그램은 보내지 않았습니다.',
      remedy:
        '그 프로그램을 찾아(root로 `ss -ltnp`) 종료하고 게이트웨이를 시작하십시오. 다른 클라이언트가 이미 보냈을 수 있으므로 게이트웨이의 토큰이나 비밀번호도 바꾸십시오.',
      seen: '{address}의 {port} 포트는 사용자 {uid}의 것이며, 상태 디렉터리의 소유자도 이 실행의 사용자도 아닙니다.',
    },
  },
  examples: {
    bad: [
      {
        config: '{ gateway: { port: 18789 } }',
        live: { listeners: [{ address: '127.0.0.1', port: 18789, uid: 54321 }] },
        offending: '18789',
      },
    ],
    good: [
      { live: { listeners: [{ address: '127.0.0.1', port: 18789 }] } },
      { live: { listeners: [{ address: '127.0.0.1', port: 18799, uid: 54321 }] } },
    ],
  },
  *run({ snapshot, files, listeners, config }, report) {
    const owner = files.one('state_dir')?.uid;
    const trusted = [0, snapshot.host.uid, owner];
    for (const { service, address, port, uid } of listeners) {
      if (service !== 'gateway' || uid === undefined || trusted.includes(uid)) continue;
      yield report('seen', { address, port, uid }, config.at('gateway', 'port'));
      return;
    }
  },
});
