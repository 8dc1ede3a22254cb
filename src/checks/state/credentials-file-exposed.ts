import { defineCheck } from '../define.ts';
import { isReadable, isWritable, permissionsOf } from '../fs/permissions.ts';
import { closeTreeCommand, reachable } from './reach.ts';

const laid = (mode: string, dirMode: string) => ({
  stateDirMode: '755',
  files: [
    { path: '.openclaw/credentials', dir: true, mode: dirMode },
    { path: '.openclaw/credentials/oauth.json', content: '{}', mode },
  ],
});

export default defineCheck({
  id: 'state.credentials_file_exposed',
  severity: 'warn',
  needs: ['files', 'snapshot'],
  fix: 'credentials',
  refs: ['CWE-732', 'CWE-522'],
  text: {
    en: {
      title: 'Other users can get at credential files',
      why: 'Whoever reads them takes over the linked accounts; whoever writes to them joins the people your agents obey.',
      remedy: 'Run `{command}`.',
      loose: 'Within reach of others in `{dir}`: `{shown}`.',
    },
    ko: {
      title: '다른 사용자가 자격 증명 파일에 접근할 수 있습니다',
      why: '읽을 수 있는 사람은 연결된 계정을 가로챌 수 있고, 쓸 수 있는 사람은 에이전트가 따르는 사람 목록에 자신을 추가할 수 있습니다.',
      remedy: '`{command}` 명령을 실행합니다.',
      loose: '`{dir}`에서 다른 사용자가 접근할 수 있는 파일입니다: `{shown}`.',
    },
  },
  examples: {
    bad: [laid('644', '755'), { ...laid('660', '711'), severity: 'critical' }],
    good: [laid('600', '755'), laid('666', '700')],
  },
  *run({ files, snapshot }, report) {
    const { platform } = snapshot.host;
    const dir = files.one('credentials_dir');
    if (!dir || (platform !== 'win32' && (dir.mode & 0o077) === 0)) return;
    const loose = reachable(files, ['credentials_file'], platform).filter(
      (fact) => isReadable(fact) || isWritable(fact),
    );
    if (loose.length === 0) return;
    const name = (path: string) => path.slice(dir.path.length + 1);
    yield report(
      'loose',
      {
        dir: dir.path,
        shown: loose.map((fact) => `${name(fact.path)} (${permissionsOf(fact, platform)})`),
        command: closeTreeCommand(dir.path, platform),
      },
      loose.map(({ path }) => ({ kind: 'file', path })),
      { severity: loose.some(isWritable) ? 'critical' : 'warn' },
    );
  },
});
