import { defineCheck } from '../define.ts';
import { shellQuote } from '../fs/shell-quote.ts';
import { suppressionFile } from './examples.ts';

const ENTRY = '{ fingerprint: "0123456789abcd", reason: "lab" }';

export default defineCheck({
  id: 'suppression.untrusted',
  severity: 'warn',
  needs: ['suppressions', 'suppressed'],
  refs: ['CWE-732'],
  text: {
    en: {
      title: 'The file of suppressions is not believed',
      why: 'Whoever can write it could hide what he did. It is ignored, and everything is shown.',
      remedy: 'See who put it there, then run `{command}`.',
      remedy_directory:
        'See who put it there, then take the right to write from others in every directory above it.',
      unknown: 'Nothing is known of the permissions of `{path}`.',
      link: '`{path}` is not a regular file.',
      writable: 'Others can write `{path}`.',
      foreign: '`{path}` belongs neither to the owner of the config nor to this user nor to root.',
      directory: 'Others can replace `{path}`: they can write in a directory above it.',
    },
    ko: {
      title: '숨김 파일을 신뢰하지 않습니다',
      why: '파일에 쓸 수 있는 사람은 자신이 한 일을 숨길 수 있습니다. 파일을 무시하고 모두 표시합니다.',
      remedy: '누가 만든 파일인지 확인한 뒤 `{command}` 명령을 실행합니다.',
      remedy_directory:
        '누가 만든 파일인지 확인한 뒤 상위 디렉터리마다 다른 사용자의 쓰기 권한을 제거합니다.',
      unknown: '`{path}` 권한을 알 수 없습니다.',
      link: '`{path}`은(는) 일반 파일이 아닙니다.',
      writable: '다른 사용자가 `{path}`에 쓸 수 있습니다.',
      foreign: '`{path}` 소유자가 설정 파일 소유자도, 현재 사용자도, root도 아닙니다.',
      directory: '다른 사용자가 상위 디렉터리에 쓸 수 있어 `{path}`을(를) 바꿔칠 수 있습니다.',
    },
  },
  examples: {
    bad: [
      suppressionFile(ENTRY, '620'),
      suppressionFile(ENTRY, '602'),
      { ...suppressionFile(ENTRY), stateDirMode: '777' },
      {
        files: [
          { path: 'elsewhere.json5', content: `{ suppressions: [${ENTRY}] }` },
          {
            path: '.openclaw/security-suppressions.json5',
            symlink: '@@HOME@@/elsewhere.json5',
          },
        ],
      },
    ],
    good: ['{}', suppressionFile(ENTRY, '600'), suppressionFile(ENTRY, '644')],
  },
  *run({ suppressions }, report) {
    if (!suppressions.file?.distrust) return;
    const { path, distrust } = suppressions.file;
    const command = `chmod 600 ${shellQuote(path)}`;
    const remedy = distrust === 'directory' ? 'remedy_directory' : 'remedy';
    yield report(distrust, { path, command }, { kind: 'file', path }, { remedy });
  },
});
