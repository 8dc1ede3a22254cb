import { defineCheck } from '../define.ts';
import { DANGLING_LINK, factsOf, permissionArgs } from './permissions.ts';

export default defineCheck({
  id: 'fs.state_dir.perms_world_writable',
  severity: 'critical',
  needs: ['files', 'snapshot'],
  fix: 'state_dir',
  refs: ['CWE-732'],
  departures: { dangling_link: DANGLING_LINK },
  text: {
    en: {
      title: 'Every user can write to the state directory',
      why: 'Any user or process of this machine can replace the config, plant a plugin or exchange credentials.',
      remedy: 'Run `{command}`.',
      loose: '`{path}` has permissions `{permissions}`: everyone can write to it.',
    },
    ko: {
      title: '모든 사용자가 상태 디렉터리에 쓸 수 있습니다',
      why: '이 시스템의 어떤 사용자나 프로세스라도 설정을 바꾸거나, 플러그인을 심거나, 자격 증명을 바꿔치기할 수 있습니다.',
      remedy: '`{command}` 명령을 실행합니다.',
      loose: '`{path}` 권한이 `{permissions}`이므로 누구나 쓸 수 있습니다.',
    },
  },
  examples: {
    bad: [{ stateDirMode: '777' }, { stateDirMode: '702' }],
    good: [{ stateDirMode: '700' }, { stateDirMode: '711' }, { stateDirMode: '770' }],
  },
  *run({ files, snapshot }, report, departs) {
    const [fact] = factsOf(files, 'state_dir', departs('dangling_link'));
    if (!fact?.access.worldWrite) return;
    const args = permissionArgs(fact, '700', snapshot.host.platform);
    yield report('loose', args, { kind: 'file', path: fact.path });
  },
});
