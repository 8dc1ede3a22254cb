import { defineCheck } from '../define.ts';
import { isReadable, isWritable, permissionArgs } from '../fs/permissions.ts';
import { reachable } from './reach.ts';

const laid = (mode: string, stateDirMode: string) => ({
  stateDirMode,
  files: [{ path: '.openclaw/agents/old/agent/auth-profiles.json', content: '{}', mode }],
});

export default defineCheck({
  id: 'state.unlisted_agent_exposed',
  severity: 'warn',
  needs: ['files', 'snapshot'],
  fix: 'unlisted_agent',
  refs: ['CWE-732', 'CWE-522'],
  text: {
    en: {
      title: 'Other users can get at files of an agent that is no longer listed',
      why: 'The keys and session lists of a removed agent stay on disk, and the keys usually still work.',
      remedy: 'Run `{command}`, or delete the directory of the agent if it is no longer needed.',
      loose: '`{path}` has permissions `{permissions}`.',
    },
    ko: {
      title: '목록에서 빠진 에이전트의 파일에 다른 사용자가 접근할 수 있습니다',
      why: '제거한 에이전트의 키와 세션 목록이 디스크에 남아 있으며, 키는 대개 아직 유효합니다.',
      remedy:
        '`{command}` 명령을 실행하거나, 더 이상 필요하지 않다면 에이전트 디렉터리를 삭제합니다.',
      loose: '`{path}` 권한이 `{permissions}`입니다.',
    },
  },
  examples: {
    bad: [laid('644', '711'), { ...laid('660', '755'), severity: 'critical' }],
    good: [laid('600', '755'), laid('644', '700')],
  },
  *run({ files, snapshot }, report) {
    const { platform } = snapshot.host;
    for (const fact of reachable(files, ['unlisted_agent_file'], platform)) {
      if (!isReadable(fact) && !isWritable(fact)) continue;
      const args = permissionArgs(fact, '600', platform);
      const severity = isWritable(fact) ? 'critical' : 'warn';
      yield report('loose', args, { kind: 'file', path: fact.path }, { severity });
    }
  },
});
