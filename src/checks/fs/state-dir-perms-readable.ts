import { defineCheck } from '../define.ts';
import { isReadable, isWritable, permissionArgs } from './permissions.ts';

export default defineCheck({
  id: 'fs.state_dir.perms_readable',
  severity: 'warn',
  needs: ['files', 'snapshot'],
  fix: 'state_dir',
  refs: ['CWE-732'],
  text: {
    en: {
      title: 'Other users can list the state directory',
      why: 'Names of agents, channels, sessions and credential files are visible, and every file in it with a loose mode is within reach.',
      remedy: 'Run `{command}`.',
      loose: '`{path}` has permissions `{permissions}`: others than its owner can list it.',
    },
    ko: {
      title: '다른 사용자가 상태 디렉터리의 목록을 볼 수 있습니다',
      why: '에이전트, 채널, 세션, 자격 증명 파일의 이름이 드러나고, 그 안에서 권한이 느슨한 파일은 모두 열어 볼 수 있습니다.',
      remedy: '`{command}` 명령을 실행합니다.',
      loose: '`{path}` 권한이 `{permissions}`이므로 소유자가 아닌 사용자도 목록을 볼 수 있습니다.',
    },
  },
  examples: {
    bad: [{ stateDirMode: '755' }, { stateDirMode: '750' }, { stateDirMode: '704' }],
    good: [{ stateDirMode: '700' }, { stateDirMode: '711' }, { stateDirMode: '775' }],
  },
  *run({ files, snapshot }, report) {
    const fact = files.one('state_dir');
    if (!fact || isWritable(fact) || !isReadable(fact)) return;
    const args = permissionArgs(fact, '700', snapshot.host.platform);
    yield report('loose', args, { kind: 'file', path: fact.path });
  },
});
