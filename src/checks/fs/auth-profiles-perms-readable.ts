import { defineCheck } from '../define.ts';
import {
  agentSubject,
  asOftenAsListed,
  factsOf,
  isReadable,
  isWritable,
  ONCE_A_FILE,
  permissionArgs,
} from './permissions.ts';

const file = (mode: string) => ({
  files: [{ path: '.openclaw/agents/main/agent/auth-profiles.json', content: '{}', mode }],
});

export default defineCheck({
  id: 'fs.auth_profiles.perms_readable',
  severity: 'warn',
  needs: ['files', 'snapshot', 'agents'],
  fix: 'auth_profiles',
  refs: ['CWE-732'],
  departures: { once_a_file: ONCE_A_FILE },
  text: {
    en: {
      title: 'Other users can read the model credentials of an agent',
      why: 'The file holds API keys and OAuth tokens: another user can spend your quota and act under your account.',
      remedy: 'Run `{command}`.',
      loose: '`{path}` has permissions `{permissions}`: others than its owner can read it.',
    },
    ko: {
      title: '다른 사용자가 에이전트의 모델 자격 증명을 읽을 수 있습니다',
      why: '파일에 API 키와 OAuth 토큰이 들어 있으므로, 다른 사용자가 사용량을 소모하고 소유자의 계정으로 행동할 수 있습니다.',
      remedy: '`{command}` 명령을 실행합니다.',
      loose: '`{path}` 권한이 `{permissions}`이므로 소유자가 아닌 사용자도 읽을 수 있습니다.',
    },
  },
  examples: {
    bad: [file('640'), file('644')],
    good: [file('600'), file('400'), file('666')],
  },
  *run(parts, report, departs) {
    const { files, snapshot } = parts;
    const facts = factsOf(files, 'auth_profiles', true);
    for (const fact of departs('once_a_file') ? facts : asOftenAsListed(facts, parts.agents)) {
      if (isWritable(fact) || !isReadable(fact)) continue;
      const args = permissionArgs(fact, '600', snapshot.host.platform);
      const subject = agentSubject(files, fact);
      yield report('loose', args, { kind: 'file', path: fact.path }, { subject });
    }
  },
});
