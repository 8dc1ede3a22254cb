import { isExactlyPinned } from '../../posture/installs.ts';
import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'plugins.installs_unpinned_npm_specs',
  severity: 'warn',
  needs: ['installs'],
  refs: ['CWE-1357', 'CWE-494', 'ASI04'],
  text: {
    en: {
      title: 'Plugins were installed from npm without an exact version',
      why: 'The next update fetches whatever is newest then. Whoever takes over the package’s account has code run inside the gateway.',
      remedy:
        'Reinstall with an exact version (`openclaw plugins install name@1.2.3`), so that `spec` in `plugins.installs` ends in one.',
      unpinned: 'Without an exact version: `{specs}`.',
    },
    ko: {
      title: '플러그인이 npm에서 정확한 버전 지정 없이 설치되었습니다',
      why: '다음 업데이트 때 그 시점의 최신 버전을 그대로 받아 옵니다. 패키지 계정을 탈취한 사람의 코드가 게이트웨이 안에서 실행될 수 있습니다.',
      remedy:
        '`plugins.installs`의 `spec`이 정확한 버전으로 끝나도록 버전을 지정해 다시 설치하십시오(`openclaw plugins install name@1.2.3`).',
      unpinned: '정확한 버전이 없는 항목: `{specs}`.',
    },
  },
  examples: {
    bad: [
      {
        config:
          '{plugins: {installs: {p1: {source: "npm", spec: "@acme/p1", integrity: "sha512-x"}}}}',
        offending: '"@acme/p1"',
      },
      '{plugins: {installs: {p1: {source: "npm", spec: "p1@^1.0.0", integrity: "sha512-x"}}}}',
      '{plugins: {installs: {p1: {source: "npm", spec: "p1@latest", integrity: "sha512-x"}}}}',
    ],
    good: [
      '{plugins: {installs: {p1: {source: "npm", spec: "@acme/p1@1.2.3-beta.1", integrity: "sha512-x"}}}}',
      '{plugins: {installs: {p1: {source: "npm", spec: "p1@v1.2.3+build", integrity: "sha512-x"}}}}',
      '{plugins: {installs: {p1: {source: "npm", integrity: "sha512-x"}}}}',
      '{plugins: {installs: {p1: {source: "path", spec: "p1"}}}}',
    ],
  },
  *run({ installs }, report) {
    const found = installs.plugins.flatMap(({ id, at, npm, spec }) => {
      if (!npm || spec === undefined || isExactlyPinned(spec)) return [];
      return [{ text: `${id} (${spec})`, at: at('spec') }];
    });
    if (found.length === 0) return;
    yield report(
      'unpinned',
      { specs: found.map(({ text }) => text) },
      found.map(({ at }) => at),
    );
  },
});
