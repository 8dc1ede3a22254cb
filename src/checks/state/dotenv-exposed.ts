import { defineCheck } from '../define.ts';
import { permissionArgs } from '../fs/permissions.ts';
import { exposureOf, reachable } from './reach.ts';

const laid = (mode: string, stateDirMode: string) => ({
  stateDirMode,
  files: [{ path: '.openclaw/.env', content: 'A=b', mode }],
});

export default defineCheck({
  id: 'state.dotenv_exposed',
  severity: 'critical',
  needs: ['files', 'snapshot'],
  refs: ['CWE-732', 'CWE-522'],
  text: {
    en: {
      title: 'Other users can get at the .env file',
      why: 'The gateway takes its tokens and API keys from it; whoever can write to it can also send the gateway to another config.',
      remedy: 'Run `{command}`.',
      loose: '`{path}` has permissions `{permissions}`.',
    },
    ko: {
      title: '다른 사용자가 .env 파일에 접근할 수 있습니다',
      why: '게이트웨이는 이 파일에서 토큰과 API 키를 읽습니다. 쓸 수 있는 사람은 게이트웨이가 자신의 설정을 읽게 만들 수도 있습니다.',
      remedy: '`{command}` 명령을 실행합니다.',
      loose: '`{path}` 권한이 `{permissions}`입니다.',
    },
  },
  examples: {
    bad: [laid('644', '711'), laid('620', '755'), { ...laid('640', '755'), severity: 'warn' }],
    good: [laid('600', '755'), laid('666', '700')],
  },
  *run({ files, snapshot }, report) {
    const { platform } = snapshot.host;
    for (const fact of reachable(files, ['dotenv'], platform)) {
      const severity = exposureOf(fact);
      if (!severity) continue;
      const args = permissionArgs(fact, '600', platform);
      yield report('loose', args, { kind: 'file', path: fact.path }, { severity });
    }
  },
});
