import { defineCheck } from '../define.ts';
import { isWritable, permissionsOf } from '../fs/permissions.ts';

const nested = (mode: string) => ({
  env: { OPENCLAW_STATE_DIR: '@@HOME@@/shared/oc' },
  files: [
    { path: 'shared', dir: true, mode },
    { path: 'shared/oc', dir: true },
  ],
});

export default defineCheck({
  id: 'state.parent_writable',
  severity: 'warn',
  needs: ['files', 'snapshot'],
  refs: ['CWE-732'],
  text: {
    en: {
      title: 'A directory above the state can be written by others',
      why: 'Whoever can write to it can move the state directory or the config away and put another in its place, whatever the modes below.',
      remedy:
        'Take the write permission of others away from `{paths}` (`chmod go-w`), or keep the state in a directory of your own.',
      loose: 'Above the state directory or the config: `{shown}`.',
    },
    ko: {
      title: '상위 디렉터리에 다른 사용자가 쓸 수 있습니다',
      why: '상위 디렉터리에 쓸 수 있는 사람은 상태 디렉터리나 설정 파일의 권한과 상관없이 이를 치우고 자신의 것을 그 자리에 둘 수 있습니다.',
      remedy:
        '`{paths}` 경로에서 다른 사용자의 쓰기 권한을 제거하거나(`chmod go-w`), 상태를 본인 소유의 디렉터리에 둡니다.',
      loose: '상태 디렉터리 또는 설정 파일의 상위 디렉터리입니다: `{shown}`.',
    },
  },
  examples: {
    bad: [nested('777')],
    good: ['{}', nested('755'), nested('1777')],
  },
  *run({ files, snapshot }, report) {
    const { platform } = snapshot.host;
    const own = new Set(files.of('state_dir').flatMap((fact) => [fact.path, fact.target?.path]));
    const loose = files.of('parent_dir').filter((fact) => {
      if (!isWritable(fact) || fact.sticky || own.has(fact.path)) return false;
      // A group with the number of the user is that user's own on every common system.
      return fact.access.worldWrite || platform === 'win32' || fact.gid !== fact.uid;
    });
    if (loose.length === 0) return;
    yield report(
      'loose',
      {
        paths: loose.map(({ path }) => path),
        shown: loose.map((fact) => `${fact.path} (${permissionsOf(fact, platform)})`),
      },
      loose.map(({ path }) => ({ kind: 'file', path })),
    );
  },
});
