import { defineCheck } from '../define.ts';
import { isWritable, permissionArgs } from '../fs/permissions.ts';
import { reachable } from './reach.ts';

const laid = (mode: string, stateDirMode: string) => ({
  stateDirMode,
  files: [{ path: '.openclaw/exec-approvals.json', content: '{"version":1}', mode }],
});

export default defineCheck({
  id: 'state.exec_approvals_writable',
  severity: 'critical',
  needs: ['files', 'snapshot'],
  refs: ['CWE-732'],
  text: {
    en: {
      title: 'Other users can approve commands in your name',
      why: 'The file says which commands agents may run on this host without asking you: whoever can write to it can allow any.',
      remedy: 'Run `{command}`.',
      loose: '`{path}` has permissions `{permissions}`: others than its owner can write to it.',
    },
    ko: {
      title: '다른 사용자가 명령 실행을 대신 승인할 수 있습니다',
      why: '이 파일은 에이전트가 묻지 않고 이 호스트에서 실행할 수 있는 명령을 정하므로, 쓸 수 있는 사람은 어떤 명령이든 허용할 수 있습니다.',
      remedy: '`{command}` 명령을 실행합니다.',
      loose: '`{path}` 권한이 `{permissions}`이므로 소유자가 아닌 사용자도 쓸 수 있습니다.',
    },
  },
  examples: {
    bad: [laid('620', '711'), laid('666', '755')],
    good: [laid('644', '755'), laid('666', '700')],
  },
  *run({ files, snapshot }, report) {
    const { platform } = snapshot.host;
    for (const fact of reachable(files, ['exec_approvals'], platform)) {
      if (!isWritable(fact)) continue;
      const args = permissionArgs(fact, '600', platform);
      yield report('loose', args, { kind: 'file', path: fact.path });
    }
  },
});
