import { defineCheck } from '../define.ts';
import { permissionArgs } from '../fs/permissions.ts';
import { exposureOf, reachable } from './reach.ts';

const laid = (mode: string, stateDirMode: string) => ({
  stateDirMode,
  files: [
    { path: '.openclaw/identity', dir: true, mode: '755' },
    { path: '.openclaw/identity/device.json', content: '{}', mode },
  ],
});

export default defineCheck({
  id: 'state.identity_exposed',
  severity: 'critical',
  needs: ['files', 'snapshot'],
  refs: ['CWE-732', 'CWE-522'],
  text: {
    en: {
      title: 'Other users can get at the device identity',
      why: 'With the private key another user connects to gateways as this device, which they already trust.',
      remedy: 'Run `{command}`.',
      loose: '`{path}` has permissions `{permissions}`.',
    },
    ko: {
      title: '다른 사용자가 기기 식별 정보에 접근할 수 있습니다',
      why: '개인 키가 있으면 다른 사용자가 이미 신뢰받는 이 기기로 위장하여 게이트웨이에 접속할 수 있습니다.',
      remedy: '`{command}` 명령을 실행합니다.',
      loose: '`{path}` 권한이 `{permissions}`입니다.',
    },
  },
  examples: {
    bad: [laid('644', '711'), { ...laid('640', '755'), severity: 'warn' }],
    good: [laid('600', '755'), laid('644', '700')],
  },
  *run({ files, snapshot }, report) {
    const { platform } = snapshot.host;
    for (const fact of reachable(files, ['identity'], platform)) {
      const severity = exposureOf(fact);
      if (!severity) continue;
      const args = permissionArgs(fact, '600', platform);
      yield report('loose', args, { kind: 'file', path: fact.path }, { severity });
    }
  },
});
