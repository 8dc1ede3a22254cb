import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'live.other_files',
  severity: 'warn',
  needs: ['snapshot', 'live'],
  refs: ['CWE-1188'],
  text: {
    en: {
      title: 'The running gateway uses other files than those that were audited',
      why: 'What is said here of settings and permissions holds for files that this gateway does not use.',
      config: 'The gateway at `{url}` says it runs from `{path}`; this audit read `{audited}`.',
      remedy_config:
        'Audit the config that runs (`--config {path}`), or start the gateway without `OPENCLAW_CONFIG_PATH` and the like (`openclaw gateway status` shows its service).',
      state:
        'The gateway at `{url}` says it keeps its state in `{path}`; this audit looked at `{audited}`.',
      remedy_state:
        'Audit the state that is used (`--state-dir {path}`), or start the gateway without `OPENCLAW_STATE_DIR`, `--profile` and the like (`openclaw gateway status` shows its service).',
    },
    ko: {
      title: '실행 중인 게이트웨이가 감사한 것과 다른 파일을 사용합니다',
      why: '여기서 설정과 권한에 대해 말하는 것은 이 게이트웨이가 쓰지 않는 파일에 대한 것입니다.',
      config:
        '`{url}`의 게이트웨이는 `{path}` 설정으로 실행된다고 하지만, 감사한 것은 `{audited}`입니다.',
      remedy_config:
        '실행 중인 설정을 감사하거나(`--config {path}`), `OPENCLAW_CONFIG_PATH` 같은 변수 없이 게이트웨이를 시작하십시오(`openclaw gateway status`로 서비스를 볼 수 있습니다).',
      state:
        '`{url}`의 게이트웨이는 `{path}`에 상태를 둔다고 하지만, 감사한 것은 `{audited}`입니다.',
      remedy_state:
        '사용 중인 상태를 감사하거나(`--state-dir {path}`), `OPENCLAW_STATE_DIR`, `--profile` 같은 지정 없이 게이트웨이를 시작하십시오(`openclaw gateway status`로 서비스를 볼 수 있습니다).',
    },
  },
  examples: {
    bad: [
      { live: { told: { configPath: '/srv/oc/openclaw.json', configIs: 'another' } } },
      {
        live: {
          told: {
            ...{ configPath: '/srv/oc/openclaw.json', configIs: 'audited' },
            ...{ stateDir: '/srv/oc', stateDirIs: 'another' },
          },
        },
      },
    ],
    good: [
      { live: { told: { configPath: '/srv/oc/openclaw.json', configIs: 'audited' } } },
      { live: { told: { stateDir: '/srv/oc', stateDirIs: 'audited' } } },
    ],
  },
  *run({ snapshot, live }, report) {
    const { configPath, stateDir } = live.otherFiles();
    const { target } = snapshot;
    const url = live.url('connect');
    if (configPath !== undefined) {
      const audited = target.configPath;
      const args = { url, path: configPath, audited };
      yield report('config', args, { kind: 'file', path: audited }, { remedy: 'remedy_config' });
    }
    if (stateDir !== undefined) {
      const audited = target.stateDir;
      const args = { url, path: stateDir, audited };
      yield report('state', args, { kind: 'file', path: audited }, { remedy: 'remedy_state' });
    }
  },
});
