import { defineCheck } from '../define.ts';
import { isWritable, kindOf, permissionArgs } from './permissions.ts';

const dir = (mode: string) => ({ files: [{ path: '.openclaw/credentials', dir: true, mode }] });

export default defineCheck({
  id: 'fs.credentials_dir.perms_writable',
  severity: 'critical',
  needs: ['files', 'snapshot'],
  fix: 'credentials',
  refs: ['CWE-732'],
  text: {
    en: {
      title: 'Other users can write to the credentials directory',
      why: 'Another user can join the pairing allowlists or exchange the accounts that the channels log in with.',
      remedy: 'Run `{command}`.',
      loose: '`{path}` has permissions `{permissions}`: others than its owner can write to it.',
    },
    ko: {
      title: '다른 사용자가 자격 증명 디렉터리에 쓸 수 있습니다',
      why: '다른 사용자가 페어링 허용 목록에 자신을 추가하거나 채널이 로그인할 때 쓰는 계정을 바꿔치기할 수 있습니다.',
      remedy: '`{command}` 명령을 실행합니다.',
      loose: '`{path}` 권한이 `{permissions}`이므로 소유자가 아닌 사용자도 쓸 수 있습니다.',
    },
  },
  examples: {
    bad: [dir('770'), dir('702')],
    good: [dir('700'), dir('755'), { files: [{ path: '.openclaw/credentials', mode: '666' }] }],
  },
  *run({ files, snapshot }, report) {
    const fact = files.one('credentials_dir');
    if (!fact || kindOf(fact) !== 'directory' || !isWritable(fact)) return;
    const args = permissionArgs(fact, '700', snapshot.host.platform);
    yield report('loose', args, { kind: 'file', path: fact.path });
  },
});
