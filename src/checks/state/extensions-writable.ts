import { defineCheck } from '../define.ts';
import { isWritable, permissionArgs } from '../fs/permissions.ts';
import { reachable } from './reach.ts';

const laid = (mode: string, stateDirMode: string) => ({
  stateDirMode,
  files: [{ path: '.openclaw/extensions', dir: true, mode }],
});

export default defineCheck({
  id: 'state.extensions_writable',
  severity: 'critical',
  needs: ['files', 'snapshot'],
  refs: ['CWE-732', 'CWE-427'],
  text: {
    en: {
      title: 'Other users can install plugins',
      why: 'The gateway loads every plugin in this directory: whoever can write to it runs code as you.',
      remedy: 'Run `{command}`.',
      loose: '`{path}` has permissions `{permissions}`: others than its owner can write to it.',
    },
    ko: {
      title: '다른 사용자가 플러그인을 설치할 수 있습니다',
      why: '게이트웨이는 이 디렉터리의 플러그인을 모두 불러오므로, 쓸 수 있는 사람은 소유자 권한으로 코드를 실행하게 됩니다.',
      remedy: '`{command}` 명령을 실행합니다.',
      loose: '`{path}` 권한이 `{permissions}`이므로 소유자가 아닌 사용자도 쓸 수 있습니다.',
    },
  },
  examples: {
    bad: [laid('777', '711'), laid('770', '755')],
    good: [laid('755', '755'), laid('777', '700')],
  },
  *run({ files, snapshot }, report) {
    const { platform } = snapshot.host;
    for (const fact of reachable(files, ['extensions_dir'], platform)) {
      if (!isWritable(fact)) continue;
      const args = permissionArgs(fact, '700', platform);
      yield report('loose', args, { kind: 'file', path: fact.path });
    }
  },
});
