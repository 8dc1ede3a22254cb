import { defineCheck } from '../define.ts';
import { permissionArgs } from './permissions.ts';

export default defineCheck({
  id: 'fs.state_dir.perms_group_writable',
  severity: 'warn',
  needs: ['files', 'snapshot'],
  fix: 'state_dir',
  refs: ['CWE-732'],
  text: {
    en: {
      title: 'The group can write to the state directory',
      why: 'Every member of the group can replace the config, plant a plugin or exchange credentials.',
      remedy: 'Run `{command}`.',
      loose: '`{path}` has permissions `{permissions}`: its group can write to it.',
    },
    ko: {
      title: '그룹 구성원이 상태 디렉터리에 쓸 수 있습니다',
      why: '그룹 구성원이라면 누구나 설정을 바꾸거나, 플러그인을 심거나, 자격 증명을 바꿔치기할 수 있습니다.',
      remedy: '`{command}` 명령을 실행합니다.',
      loose: '`{path}` 권한이 `{permissions}`이므로 그룹 구성원이 쓸 수 있습니다.',
    },
  },
  examples: {
    bad: [{ stateDirMode: '770' }, { stateDirMode: '720' }],
    good: [{ stateDirMode: '750' }, { stateDirMode: '777' }],
  },
  *run({ files, snapshot }, report) {
    const fact = files.one('state_dir');
    if (!fact?.access.groupWrite || fact.access.worldWrite) return;
    const args = permissionArgs(fact, '700', snapshot.host.platform);
    yield report('loose', args, { kind: 'file', path: fact.path });
  },
});
