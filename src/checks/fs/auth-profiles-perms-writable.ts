import { defineCheck } from '../define.ts';
import {
  agentSubject,
  asOftenAsListed,
  DANGLING_LINK,
  factsOf,
  isWritable,
  ONCE_A_FILE,
  permissionArgs,
} from './permissions.ts';

const PATH = '.openclaw/agents/main/agent/auth-profiles.json';
const file = (mode: string) => ({ files: [{ path: PATH, content: '{}', mode }] });
const DANGLING = { files: [{ path: PATH, symlink: '@@HOME@@/nowhere.json' }] };

export default defineCheck({
  id: 'fs.auth_profiles.perms_writable',
  severity: 'critical',
  needs: ['files', 'snapshot', 'agents'],
  fix: 'auth_profiles',
  refs: ['CWE-732'],
  departures: { dangling_link: DANGLING_LINK, once_a_file: ONCE_A_FILE },
  text: {
    en: {
      title: 'Other users can change the model credentials of an agent',
      why: 'Another user can put in another account and so read everything the agent sends to the model.',
      remedy: 'Run `{command}`.',
      loose: '`{path}` has permissions `{permissions}`: others than its owner can write to it.',
    },
    ko: {
      title: '다른 사용자가 에이전트의 모델 자격 증명을 바꿀 수 있습니다',
      why: '다른 사용자가 자신의 계정을 넣어 에이전트가 모델에 보내는 내용을 모두 읽을 수 있습니다.',
      remedy: '`{command}` 명령을 실행합니다.',
      loose: '`{path}` 권한이 `{permissions}`이므로 소유자가 아닌 사용자도 쓸 수 있습니다.',
    },
  },
  examples: {
    bad: [file('660'), file('602'), { ...DANGLING, compat: true }],
    good: [file('600'), file('644'), DANGLING],
  },
  *run(parts, report, departs) {
    const { files, snapshot } = parts;
    const facts = factsOf(files, 'auth_profiles', departs('dangling_link'));
    for (const fact of departs('once_a_file') ? facts : asOftenAsListed(facts, parts.agents)) {
      if (!isWritable(fact)) continue;
      const args = permissionArgs(fact, '600', snapshot.host.platform);
      const subject = agentSubject(files, fact);
      yield report('loose', args, { kind: 'file', path: fact.path }, { subject });
    }
  },
});
