import { defineCheck } from '../define.ts';
import { permissionArgs } from '../fs/permissions.ts';
import { exposureOf, reachable } from './reach.ts';

const laid = (mode: string, stateDirMode: string, name = 'openclaw.sqlite') => ({
  stateDirMode,
  files: [
    { path: '.openclaw/state', dir: true, mode: '755' },
    { path: `.openclaw/state/${name}`, content: 'any', mode },
  ],
});

export default defineCheck({
  id: 'state.database_exposed',
  severity: 'critical',
  needs: ['files', 'snapshot'],
  refs: ['CWE-732', 'CWE-522'],
  text: {
    en: {
      title: 'Other users can get at the state database',
      why: 'It holds the keys of paired devices, stored secrets, exec approvals and approved senders; what was written last is in the `-wal` file beside it. The gateway closes the files quietly whenever it starts, so they stand open until then.',
      remedy: 'Run `{command}`.',
      loose: '`{path}` has permissions `{permissions}`.',
    },
    ko: {
      title: '다른 사용자가 상태 데이터베이스에 접근할 수 있습니다',
      why: '페어링된 기기의 키, 저장된 비밀 값, 실행 승인, 승인된 발신자가 들어 있으며, 마지막에 쓴 내용은 옆의 `-wal` 파일에 있습니다. 게이트웨이는 시작할 때 조용히 권한을 좁히지만, 그때까지는 열려 있습니다.',
      remedy: '`{command}` 명령을 실행합니다.',
      loose: '`{path}` 권한이 `{permissions}`입니다.',
    },
  },
  examples: {
    bad: [
      laid('644', '711'),
      laid('666', '755', 'openclaw.sqlite-wal'),
      { ...laid('640', '755'), severity: 'warn' },
    ],
    good: [laid('600', '755'), laid('666', '700'), laid('644', '755', 'other.sqlite')],
  },
  *run({ files, snapshot }, report) {
    const { platform } = snapshot.host;
    for (const fact of reachable(files, ['state_database'], platform)) {
      const severity = exposureOf(fact);
      if (!severity) continue;
      const args = permissionArgs(fact, '600', platform);
      yield report('loose', args, { kind: 'file', path: fact.path }, { severity });
    }
  },
});
