import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'plugins.installs_version_drift',
  severity: 'warn',
  needs: ['installs'],
  refs: ['CWE-345', 'CWE-494', 'ASI04'],
  text: {
    en: {
      title: 'Plugins on disk are not the versions that were installed',
      why: 'Code that runs inside the gateway was replaced without OpenClaw: by hand, by another package manager, or by someone who may write there.',
      remedy:
        'Find out who changed the files, then reinstall (`openclaw plugins install name@1.2.3`) or run `openclaw plugins update --all` to renew the records.',
      drift: 'Recorded and found: `{versions}`.',
    },
    ko: {
      title: '디스크의 플러그인이 기록된 버전과 다릅니다',
      why: '게이트웨이 안에서 실행되는 코드가 OpenClaw를 거치지 않고 바뀌었습니다. 사람이 직접 바꿨거나, 다른 패키지 관리자 또는 그 위치에 쓸 수 있는 누군가가 바꾼 것입니다.',
      remedy:
        '누가 파일을 바꿨는지 확인한 뒤 다시 설치하거나(`openclaw plugins install name@1.2.3`) `openclaw plugins update --all`로 기록을 갱신하십시오.',
      drift: '기록된 버전과 실제 버전: `{versions}`.',
    },
  },
  examples: {
    bad: [
      {
        config:
          '{plugins: {installs: {p1: {source: "npm", spec: "p1@1.2.3", integrity: "x", version: "1.2.3"}}}}',
        files: [
          {
            path: '.openclaw/extensions/p1/package.json',
            content: '{"name":"p1","version":"1.3.0"}',
          },
        ],
        offending: '"1.2.3"',
      },
      {
        config:
          '{plugins: {installs: {p1: {source: "npm", spec: "p1@1.2.3", integrity: "x", resolvedVersion: "1.2.3", version: "9.9.9", installPath: "@@HOME@@/pp/p1"}}}}',
        files: [{ path: 'pp/p1/package.json', content: '{"version":"1.2.4"}' }],
      },
    ],
    good: [
      {
        config:
          '{plugins: {installs: {p1: {source: "npm", spec: "p1@1.2.3", integrity: "x", version: "1.2.3"}}}}',
        files: [
          {
            path: '.openclaw/extensions/p1/package.json',
            content: '{"name":"p1","version":"1.2.3"}',
          },
        ],
      },
      '{plugins: {installs: {p1: {source: "npm", spec: "p1@1.2.3", integrity: "x", version: "1.2.3"}}}}',
    ],
  },
  *run({ installs }, report) {
    const found = installs.plugins.flatMap((record) => {
      const { id, recordedVersion: recorded } = record;
      const installed =
        recorded === undefined ? undefined : installs.installedVersion('plugins', record);
      if (installed === undefined || installed === recorded) return [];
      return [{ text: `${id}: ${recorded} → ${installed}`, at: record.at(record.versionField) }];
    });
    if (found.length === 0) return;
    yield report(
      'drift',
      { versions: found.map(({ text }) => text) },
      found.map(({ at }) => at),
    );
  },
});
