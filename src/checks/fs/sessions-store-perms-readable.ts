import { defineCheck } from '../define.ts';
import {
  agentSubject,
  asOftenAsListed,
  DANGLING_LINK,
  factsOf,
  isReadable,
  ONCE_A_FILE,
  permissionArgs,
} from './permissions.ts';

const PATH = '.openclaw/agents/main/sessions/sessions.json';
const file = (mode: string) => ({ files: [{ path: PATH, content: '{}', mode }] });
const DANGLING = { files: [{ path: PATH, symlink: '@@HOME@@/nowhere.json' }] };

export default defineCheck({
  id: 'fs.sessions_store.perms_readable',
  severity: 'warn',
  needs: ['files', 'snapshot', 'agents'],
  fix: 'sessions_store',
  refs: ['CWE-732'],
  departures: { dangling_link: DANGLING_LINK, once_a_file: ONCE_A_FILE },
  text: {
    en: {
      title: 'Other users can read the session list of an agent',
      why: 'It names the people, groups and channels the agent talks to and where the transcripts are.',
      remedy: 'Run `{command}`.',
      loose: '`{path}` has permissions `{permissions}`: others than its owner can read it.',
    },
    ko: {
      title: '다른 사용자가 에이전트의 세션 목록을 읽을 수 있습니다',
      why: '에이전트가 대화하는 사람, 그룹, 채널과 대화 기록의 위치가 드러납니다.',
      remedy: '`{command}` 명령을 실행합니다.',
      loose: '`{path}` 권한이 `{permissions}`이므로 소유자가 아닌 사용자도 읽을 수 있습니다.',
    },
  },
  examples: {
    bad: [file('640'), file('644'), file('666'), { ...DANGLING, compat: true }],
    good: [file('600'), file('620'), file('602'), DANGLING],
  },
  *run(parts, report, departs) {
    const { files, snapshot } = parts;
    const facts = factsOf(files, 'sessions_store', departs('dangling_link'));
    for (const fact of departs('once_a_file') ? facts : asOftenAsListed(facts, parts.agents)) {
      if (!isReadable(fact)) continue;
      const args = permissionArgs(fact, '600', snapshot.host.platform);
      const subject = agentSubject(files, fact);
      yield report('loose', args, { kind: 'file', path: fact.path }, { subject });
    }
  },
});
