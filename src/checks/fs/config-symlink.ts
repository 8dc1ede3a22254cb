import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'fs.config.symlink',
  severity: 'warn',
  needs: ['files'],
  refs: ['CWE-59'],
  text: {
    en: {
      title: 'Config file is a symlink',
      why: 'Whoever can write to the target, or to the directory that holds it, decides how the gateway authenticates people and what its tools may do.',
      remedy:
        'If the link is not intended, put the file itself in its place; otherwise make sure that only you can write to the target and the directories above it.',
      leads: '`{path}` is a symlink to `{target}`.',
    },
    ko: {
      title: '설정 파일이 심볼릭 링크입니다',
      why: '링크 대상이나 대상이 있는 디렉터리에 쓸 수 있는 사람이 게이트웨이의 인증 방식과 도구 권한을 결정하게 됩니다.',
      remedy:
        '의도한 링크가 아니라면 그 자리에 실제 파일을 둡니다. 의도한 링크라면 링크 대상과 그 상위 디렉터리에 본인만 쓸 수 있는지 확인합니다.',
      leads: '`{path}` 경로가 `{target}` 경로를 가리키는 심볼릭 링크입니다.',
    },
  },
  examples: {
    bad: [
      {
        config: null,
        files: [
          { path: 'oc.json', content: '{}' },
          { path: '.openclaw/openclaw.json', symlink: '@@HOME@@/oc.json' },
        ],
      },
      {
        config: null,
        files: [{ path: '.openclaw/openclaw.json', symlink: '@@HOME@@/nowhere.json' }],
      },
    ],
    good: ['{}'],
  },
  *run({ files }, report) {
    const fact = files.one('config');
    if (fact?.kind !== 'symlink') return;
    const { path, target } = fact;
    yield report('leads', { path, target: target?.path ?? '?' }, { kind: 'file', path });
  },
});
