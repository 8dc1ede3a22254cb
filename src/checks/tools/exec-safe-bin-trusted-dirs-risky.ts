import { child } from '../../posture/config.ts';
import { execScopes } from '../../posture/exec-scopes.ts';
import { isWithin, normalizePath } from '../../posture/posix-path.ts';
import { defineCheck } from '../define.ts';

const TEMPORARY = ['/tmp', '/var/tmp', '/private/tmp'];
const PACKAGE_MANAGERS = new Set([
  '/usr/local/bin',
  '/opt/homebrew/bin',
  '/opt/local/bin',
  '/home/linuxbrew/.linuxbrew/bin',
]);

type Risk = 'relative' | 'temporary' | 'packages' | 'home';

function riskOf(written: string, windows: boolean): Risk | undefined {
  const text = written.trim().replaceAll('\\', '/').toLowerCase();
  const drive = /^[a-z]:\//.test(text);
  if (!text.startsWith('/') && !(windows && drive)) return 'relative';
  const path = normalizePath(text);
  if (TEMPORARY.some((directory) => isWithin(path, directory))) return 'temporary';
  if (PACKAGE_MANAGERS.has(path)) return 'packages';
  const isHome = /^([a-z]:)?\/users\//.test(path) || path.startsWith('/home/');
  return isHome || path.includes('/.local/bin') ? 'home' : undefined;
}

export default defineCheck({
  id: 'tools.exec.safe_bin_trusted_dirs_risky',
  severity: 'warn',
  needs: ['config', 'agents', 'snapshot'],
  when: [['tools'], ['agents']],
  refs: ['CWE-426', 'CWE-427', 'ASI05'],
  text: {
    en: {
      title: 'Commands are trusted from directories that others can write',
      why: 'Whoever can put a file there, a package or the agent itself included, has it run without approval under the name of a safe command.',
      remedy:
        'Keep only directories that root owns and nobody else writes, such as `/usr/bin`, in `tools.exec.safeBinTrustedDirs`.',
      risky:
        'Relative to the working directory: `{relative}`. Temporary: `{temporary}`. Written by package managers: `{packages}`. In a home directory: `{home}`.',
    },
    ko: {
      title: '다른 주체가 쓸 수 있는 디렉터리의 명령을 신뢰합니다',
      why: '그 디렉터리에 파일을 둘 수 있는 주체(설치된 패키지나 에이전트 자신 포함)는 안전한 명령의 이름으로 자기 코드를 승인 없이 실행시킬 수 있습니다.',
      remedy:
        '`tools.exec.safeBinTrustedDirs`에는 `/usr/bin`처럼 root가 소유하고 다른 사용자는 쓸 수 없는 디렉터리만 남기십시오.',
      risky:
        '작업 디렉터리 기준 상대 경로: `{relative}`. 임시 디렉터리: `{temporary}`. 패키지 관리자가 쓰는 곳: `{packages}`. 홈 디렉터리 안: `{home}`.',
    },
  },
  examples: {
    bad: [
      {
        config: '{tools: {exec: {safeBinTrustedDirs: ["/usr/bin", "/tmp"]}}}',
        offending: '"/tmp"',
      },
      '{tools: {exec: {safeBinTrustedDirs: ["bin"]}}}',
      '{tools: {exec: {safeBinTrustedDirs: ["/usr/local/bin/"]}}}',
      '{agents: {list: [{id: "w", tools: {exec: {safeBinTrustedDirs: ["/Users/me/bin"]}}}]}}',
      '{tools: {exec: {safeBinTrustedDirs: ["/srv/x/.local/bin"]}}}',
    ],
    good: [
      '{tools: {exec: {safeBinTrustedDirs: ["/usr/bin", "/opt/tools/bin", "  "]}}}',
      '{tools: {exec: {safeBinTrustedDirs: ["/tmpfiles", "/usr/local/bin/../sbin"]}}}',
    ],
  },
  *run({ config, agents, snapshot }, report) {
    const windows = snapshot.host.platform === 'win32';
    const found = execScopes({ config, agents }).flatMap(({ route, value }) => {
      const dirs = child(value, 'safeBinTrustedDirs');
      if (!Array.isArray(dirs)) return [];
      return dirs.flatMap((dir, index) => {
        const text = typeof dir === 'string' ? dir.trim() : '';
        const risk = text ? riskOf(text, windows) : undefined;
        const at = config.at(...route, 'safeBinTrustedDirs', index);
        return risk ? [{ text, risk, at }] : [];
      });
    });
    if (found.length === 0) return;
    const of = (wanted: Risk) => [
      ...new Set(found.filter(({ risk }) => risk === wanted).map(({ text }) => text)),
    ];
    yield report(
      'risky',
      {
        relative: of('relative'),
        temporary: of('temporary'),
        packages: of('packages'),
        home: of('home'),
      },
      found.map(({ at }) => at),
    );
  },
});
