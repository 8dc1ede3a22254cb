import { defineCheck } from '../define.ts';
import { isWritable, permissionArgs } from '../fs/permissions.ts';
import { reachable } from './reach.ts';

const laid = (mode: string, stateDirMode: string) => ({
  stateDirMode,
  files: [{ path: '.openclaw/agents/main/sessions/sessions.json', content: '{}', mode }],
});

export default defineCheck({
  id: 'state.sessions_store_writable',
  severity: 'warn',
  needs: ['files', 'snapshot'],
  fix: 'sessions_store',
  refs: ['CWE-732'],
  text: {
    en: {
      title: 'Other users can change the session list of an agent',
      why: 'The list says which transcript a conversation continues and where answers go: another user can send both elsewhere.',
      remedy: 'Run `{command}`.',
      loose: '`{path}` has permissions `{permissions}`: others than its owner can write to it.',
    },
    ko: {
      title: '다른 사용자가 에이전트의 세션 목록을 바꿀 수 있습니다',
      why: '세션 목록은 대화가 어떤 기록을 이어 가는지, 응답을 어디로 보내는지 정하므로 다른 사용자가 이를 다른 곳으로 돌릴 수 있습니다.',
      remedy: '`{command}` 명령을 실행합니다.',
      loose: '`{path}` 권한이 `{permissions}`이므로 소유자가 아닌 사용자도 쓸 수 있습니다.',
    },
  },
  examples: {
    bad: [laid('620', '711'), laid('602', '755')],
    good: [laid('644', '755'), laid('666', '700')],
  },
  *run({ files, snapshot }, report) {
    const { platform } = snapshot.host;
    for (const fact of reachable(files, ['sessions_store'], platform)) {
      if (!isWritable(fact)) continue;
      const args = permissionArgs(fact, '600', platform);
      yield report('loose', args, { kind: 'file', path: fact.path });
    }
  },
});
