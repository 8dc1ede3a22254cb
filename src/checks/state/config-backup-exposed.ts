import { defineCheck } from '../define.ts';
import { isReadable, isWritable, permissionArgs } from '../fs/permissions.ts';
import { reachable } from './reach.ts';

const laid = (mode: string, stateDirMode: string) => ({
  stateDirMode,
  files: [{ path: '.openclaw/openclaw.json.bak', content: '{}', mode }],
});

export default defineCheck({
  id: 'state.config_backup_exposed',
  severity: 'warn',
  needs: ['files', 'snapshot'],
  refs: ['CWE-530'],
  text: {
    en: {
      title: 'Other users can get at a backup of the config',
      why: 'Backups keep every token the config ever held, those you have since moved out included.',
      remedy: 'Run `{command}`, or delete the backup if you no longer need it.',
      loose: '`{path}` has permissions `{permissions}`.',
    },
    ko: {
      title: '다른 사용자가 설정 백업 파일에 접근할 수 있습니다',
      why: '백업에는 이후에 다른 곳으로 옮긴 것까지 포함하여 설정에 있던 모든 토큰이 남아 있습니다.',
      remedy: '`{command}` 명령을 실행하거나, 더 이상 필요하지 않다면 백업을 삭제합니다.',
      loose: '`{path}` 권한이 `{permissions}`입니다.',
    },
  },
  examples: {
    bad: [laid('644', '711'), laid('640', '755')],
    good: [laid('600', '755'), laid('644', '700')],
  },
  *run({ files, snapshot }, report) {
    const { platform } = snapshot.host;
    for (const fact of reachable(files, ['config_backup'], platform)) {
      if (!isReadable(fact) && !isWritable(fact)) continue;
      const args = permissionArgs(fact, '600', platform);
      yield report('loose', args, { kind: 'file', path: fact.path });
    }
  },
});
