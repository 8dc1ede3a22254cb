import { defineCheck } from '../define.ts';

const laid = (config: string, installed: string) => ({
  openclawVersion: null,
  config: `{meta: {lastTouchedVersion: "${config}"}}`,
  files: [
    {
      path: '.npm-global/lib/node_modules/openclaw/package.json',
      content: `{"name":"openclaw","version":"${installed}"}`,
    },
  ],
});

export default defineCheck({
  id: 'version.config_from_another_release',
  severity: 'warn',
  needs: ['release', 'config'],
  refs: ['CWE-1104'],
  text: {
    en: {
      title: 'The config was written by another OpenClaw than the one installed',
      why: 'A release ignores or refuses settings that it does not know, protective ones among them, and gives others its own defaults.',
      remedy:
        'Bring both to the same release; until then, see what each makes of the config with `--openclaw-version {installed}` and `--openclaw-version {config}`.',
      newer:
        'The config was last written by {config}; installed is the older {installed} (`{place}`).',
      older:
        'The config was last written by {config}; installed is {installed} (`{place}`), which reads it differently and will move settings and state when it starts.',
    },
    ko: {
      title: '설치된 것과 다른 OpenClaw가 작성한 설정입니다',
      why: '각 릴리스는 모르는 설정을 무시하거나 거부하며, 보호 설정도 예외가 아닙니다. 나머지에는 자체 기본값을 적용합니다.',
      remedy:
        '둘을 같은 릴리스로 맞추십시오. 그때까지는 `--openclaw-version {installed}`, `--openclaw-version {config}` 옵션으로 각 릴리스가 설정을 어떻게 읽는지 확인하십시오.',
      newer:
        '설정은 마지막으로 {config}에서 작성되었지만, 설치된 것은 더 오래된 {installed}입니다(`{place}`).',
      older:
        '설정은 마지막으로 {config}에서 작성되었습니다. 설치된 {installed}(`{place}`)은 설정을 다르게 읽으며, 시작할 때 설정과 상태를 옮깁니다.',
    },
  },
  examples: {
    bad: [
      { ...laid('2026.2.24', '2026.2.1'), offending: '"2026.2.24"' },
      { ...laid('2026.2.24', '2026.9.6'), severity: 'info' },
    ],
    good: [laid('2026.2.24', '2026.2.24'), laid('2026.2.1', '2026.2.24')],
  },
  *run({ release: { mismatch }, config }, report) {
    if (!mismatch) return;
    const { config_is: message, ...args } = mismatch;
    const severity = message === 'newer' ? 'warn' : 'info';
    yield report(message, args, config.at('meta', 'lastTouchedVersion'), { severity });
  },
});
