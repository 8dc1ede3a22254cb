import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'hooks.installs_missing_integrity',
  severity: 'warn',
  needs: ['installs'],
  refs: ['CWE-353', 'CWE-494', 'ASI04'],
  text: {
    en: {
      title: 'Hook packs have no recorded checksum',
      why: 'Without it nothing shows that the code on disk is what npm delivered, and a package replaced on the way or in the registry goes unnoticed.',
      remedy:
        'Reinstall them with a current OpenClaw (`openclaw hooks install name@1.2.3`), which records `integrity` in `hooks.internal.installs`.',
      missing: 'Without `integrity`: `{ids}`.',
    },
    ko: {
      title: '훅 팩이 체크섬 기록 없이 설치되었습니다',
      why: '디스크의 코드가 npm이 배포한 것과 같은지 확인할 수 없어, 전송 중이나 레지스트리에서 패키지가 바뀌어도 알아챌 수 없습니다.',
      remedy:
        '최신 OpenClaw로 다시 설치하면(`openclaw hooks install name@1.2.3`) `hooks.internal.installs`에 `integrity`가 기록됩니다.',
      missing: '`integrity`가 없는 항목: `{ids}`.',
    },
  },
  examples: {
    bad: [
      '{hooks: {internal: {installs: {p1: {source: "npm", spec: "p1@1.2.3"}}}}}',
      '{hooks: {internal: {installs: {p1: {source: "npm", spec: "p1@1.2.3", integrity: "  "}}}}}',
    ],
    good: [
      '{hooks: {internal: {installs: {p1: {source: "npm", spec: "p1@1.2.3", integrity: "sha512-x"}}}}}',
      '{hooks: {internal: {installs: {p1: {source: "archive", spec: "p1.tgz"}}}}}',
    ],
  },
  *run({ installs }, report) {
    const found = installs.hooks.filter(({ npm, hasIntegrity }) => npm && !hasIntegrity);
    if (found.length === 0) return;
    yield report(
      'missing',
      { ids: found.map(({ id }) => id) },
      found.map(({ at }) => at('integrity')),
    );
  },
});
