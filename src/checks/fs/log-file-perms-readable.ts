import { defineCheck } from '../define.ts';
import { DANGLING_LINK, factsOf, isReadable, permissionArgs } from './permissions.ts';

const CONFIG = '{ logging: { file: "@@HOME@@/oc.log" } }';
const log = (mode: string) => ({ config: CONFIG, files: [{ path: 'oc.log', mode }] });
const DANGLING = { config: CONFIG, files: [{ path: 'oc.log', symlink: '@@HOME@@/nowhere' }] };

export default defineCheck({
  id: 'fs.log_file.perms_readable',
  severity: 'warn',
  needs: ['files', 'snapshot'],
  refs: ['CWE-532'],
  departures: { dangling_link: DANGLING_LINK },
  text: {
    en: {
      title: 'Other users can read the log file',
      why: 'Logs can hold private messages, tool output and, where redaction misses them, secrets.',
      remedy: 'Run `{command}`.',
      loose: '`{path}` has permissions `{permissions}`: others than its owner can read it.',
    },
    ko: {
      title: '다른 사용자가 로그 파일을 읽을 수 있습니다',
      why: '로그에는 비공개 메시지와 도구 출력이 들어 있을 수 있고, 마스킹에서 빠진 비밀 정보가 남을 수도 있습니다.',
      remedy: '`{command}` 명령을 실행합니다.',
      loose: '`{path}` 권한이 `{permissions}`이므로 소유자가 아닌 사용자도 읽을 수 있습니다.',
    },
  },
  examples: {
    bad: [log('644'), log('640'), { ...DANGLING, compat: true }],
    good: [log('600'), log('620'), { config: CONFIG }, DANGLING],
  },
  *run({ files, snapshot }, report, departs) {
    for (const fact of factsOf(files, 'log', departs('dangling_link'))) {
      if (!isReadable(fact)) continue;
      const args = permissionArgs(fact, '600', snapshot.host.platform);
      yield report('loose', args, { kind: 'file', path: fact.path });
    }
  },
});
