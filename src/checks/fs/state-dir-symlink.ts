import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'fs.state_dir.symlink',
  severity: 'warn',
  needs: ['files'],
  refs: ['CWE-59'],
  text: {
    en: {
      title: 'State directory is a symlink',
      why: 'Whoever can change the link or its target decides which state, credentials and plugins the gateway uses.',
      remedy:
        'If the link is not intended, point `OPENCLAW_STATE_DIR` at the real directory; otherwise make sure that only you can write to the target and the directories above it.',
      leads: '`{path}` is a symlink to `{target}`.',
    },
    ko: {
      title: '상태 디렉터리가 심볼릭 링크입니다',
      why: '링크나 링크 대상을 바꿀 수 있는 사람이 게이트웨이가 사용할 상태, 자격 증명, 플러그인을 결정하게 됩니다.',
      remedy:
        '의도한 링크가 아니라면 `OPENCLAW_STATE_DIR`에 실제 디렉터리를 지정합니다. 의도한 링크라면 링크 대상과 그 상위 디렉터리에 본인만 쓸 수 있는지 확인합니다.',
      leads: '`{path}` 경로가 `{target}` 경로를 가리키는 심볼릭 링크입니다.',
    },
  },
  examples: {
    bad: [
      {
        env: { OPENCLAW_STATE_DIR: '@@HOME@@/link' },
        files: [
          { path: 'real-state', dir: true },
          { path: 'link', symlink: 'real-state' },
        ],
      },
    ],
    good: ['{}'],
  },
  *run({ files }, report) {
    const fact = files.one('state_dir');
    if (fact?.kind !== 'symlink') return;
    const { path, target } = fact;
    yield report('leads', { path, target: target?.path ?? '?' }, { kind: 'file', path });
  },
});
