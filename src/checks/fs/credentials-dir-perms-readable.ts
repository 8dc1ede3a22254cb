import { defineCheck } from '../define.ts';
import { isReadable, isWritable, kindOf, permissionArgs } from './permissions.ts';

const dir = (mode: string) => ({ files: [{ path: '.openclaw/credentials', dir: true, mode }] });

export default defineCheck({
  id: 'fs.credentials_dir.perms_readable',
  severity: 'warn',
  needs: ['files', 'snapshot'],
  fix: 'credentials',
  refs: ['CWE-732'],
  text: {
    en: {
      title: 'Other users can list the credentials directory',
      why: 'It shows which accounts are linked and who is paired, and every credential file with a loose mode is within reach.',
      remedy: 'Run `{command}`.',
      loose: '`{path}` has permissions `{permissions}`: others than its owner can list it.',
    },
    ko: {
      title: '다른 사용자가 자격 증명 디렉터리의 목록을 볼 수 있습니다',
      why: '어떤 계정이 연결되어 있고 누가 페어링되어 있는지 드러나며, 권한이 느슨한 자격 증명 파일은 모두 열어 볼 수 있습니다.',
      remedy: '`{command}` 명령을 실행합니다.',
      loose: '`{path}` 권한이 `{permissions}`이므로 소유자가 아닌 사용자도 목록을 볼 수 있습니다.',
    },
  },
  examples: {
    bad: [dir('750'), dir('705')],
    good: [dir('700'), dir('711'), dir('770')],
  },
  *run({ files, snapshot }, report) {
    const fact = files.one('credentials_dir');
    if (!fact || kindOf(fact) !== 'directory' || isWritable(fact) || !isReadable(fact)) return;
    const args = permissionArgs(fact, '700', snapshot.host.platform);
    yield report('loose', args, { kind: 'file', path: fact.path });
  },
});
