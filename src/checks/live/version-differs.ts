import { orderReleases } from '../../config/known-releases.ts';
import { defineCheck } from '../define.ts';

/** What wrote the config, what is installed, what runs. */
const three = (recorded: string, installed: string, version: string) => ({
  openclawVersion: null,
  config: `{ meta: { lastTouchedVersion: "${recorded}" } }`,
  files: [
    {
      path: '.npm-global/lib/node_modules/openclaw/package.json',
      content: `{"name":"openclaw","version":"${installed}"}`,
    },
  ],
  live: { version },
});

export default defineCheck({
  id: 'live.version_differs',
  severity: 'warn',
  needs: ['snapshot', 'live', 'config'],
  refs: ['CWE-1104'],
  text: {
    en: {
      title: 'The running gateway is another release than the one installed or the config’s own',
      why: 'An update that is installed and not started mends nothing, and settings are judged by the release that is recorded: what runs may read them differently.',
      remedy:
        'Restart the gateway; if it still runs another release, find out which installation its service starts (`openclaw gateway status`).',
      config: 'The gateway at `{url}` says it is {running}; the config was written by {recorded}.',
      config_only:
        'The gateway at `{url}` says it is {running}, and so is what is installed (`{place}`); the config was written by {recorded}.',
      remedy_config:
        'Look at the settings with the release that runs, and save them with it: `--openclaw-version {running}` judges them as it reads them.',
      installed:
        'The gateway at `{url}` says it is {running}; what is installed (`{place}`) is {installed}.',
      installed_only:
        'The gateway at `{url}` says it is {running}, which also wrote the config; what is installed (`{place}`) is {installed}.',
      running_only:
        'The gateway at `{url}` says it is {running}; what is installed (`{place}`) is {installed}, which also wrote the config.',
      all: 'The gateway at `{url}` says it is {running}; what is installed (`{place}`) is {installed}; the config was written by {recorded}.',
    },
    ko: {
      title: '실행 중인 게이트웨이가 설치된 릴리스나 설정의 릴리스와 다릅니다',
      why: '설치만 하고 시작하지 않은 업데이트는 아무것도 고치지 못합니다. 설정은 기록된 릴리스를 기준으로 판정하지만, 실행 중인 릴리스는 설정을 다르게 읽을 수 있습니다.',
      remedy:
        '게이트웨이를 다시 시작하십시오. 그래도 다른 릴리스가 실행된다면 서비스가 어느 설치본을 시작하는지 확인하십시오(`openclaw gateway status`).',
      config: '`{url}`의 게이트웨이는 {running}이라고 하지만 설정은 {recorded}에서 기록했습니다.',
      config_only:
        '`{url}`의 게이트웨이는 {running}이라고 하며 설치된 것(`{place}`)도 같지만, 설정은 {recorded}에서 기록했습니다.',
      remedy_config:
        '실행 중인 릴리스로 설정을 확인하고 저장하십시오. `--openclaw-version {running}` 옵션은 그 릴리스가 읽는 대로 판정합니다.',
      installed:
        '`{url}`의 게이트웨이는 {running}이라고 하지만 설치된 것(`{place}`)은 {installed}입니다.',
      installed_only:
        '`{url}`의 게이트웨이는 {running}이라고 하며 설정도 그 릴리스에서 기록했지만, 설치된 것(`{place}`)은 {installed}입니다.',
      running_only:
        '`{url}`의 게이트웨이는 {running}이라고 하지만 설치된 것(`{place}`)은 {installed}이고 설정도 그 릴리스에서 기록했습니다.',
      all: '`{url}`의 게이트웨이는 {running}이라고 하지만 설치된 것(`{place}`)은 {installed}이고 설정은 {recorded}에서 기록했습니다.',
    },
  },
  examples: {
    bad: [
      {
        config: '{ meta: { lastTouchedVersion: "2026.2.24" } }',
        live: { version: '2026.2.1' },
        offending: '"2026.2.24"',
      },
      // Updated on disk, not restarted.
      { ...three('2026.2.1', '2026.2.24', '2026.2.1'), offending: '"2026.2.1"' },
      three('2026.2.24', '2026.2.24', '2026.2.1'),
      three('2026.2.20', '2026.2.24', '2026.2.1'),
      { ...three('x', '2026.2.24', '2026.2.1') },
      { ...three('2026.2.1', '2026.2.24', '2026.2.24'), severity: 'info' },
    ],
    good: [
      {
        config: '{ meta: { lastTouchedVersion: "2026.2.24" } }',
        live: { version: '2026.2.24' },
      },
      { live: { version: '2026.2.24' } },
      three('2026.2.24', '2026.2.24', '2026.2.24'),
      // Another host's gateway is not run from what is installed here.
      {
        ...three('2026.2.24', '2026.2.24', '2026.2.1'),
        config: '{ gateway: { mode: "remote", remote: { url: "wss://gateway.example.org" } } }',
      },
    ],
  },
  *run({ snapshot, live, config }, report) {
    const running = live.version();
    if (running === undefined) return;
    const { configRecord, installed: found } = snapshot.version;
    const [recorded = running, installed = running] = [configRecord, found?.version];
    const isOther = (release: string) => orderReleases(release, running) !== 0;
    if (!isOther(recorded) && !isOther(installed)) return;
    const url = live.url('connect');
    const args = { url, running, recorded, installed, place: found?.place ?? '' };
    const at = config.at('meta', 'lastTouchedVersion');
    if (!isOther(installed)) {
      // A config keeps the name of an older release until the new one saves it.
      const severity = orderReleases(recorded, running) > 0 ? 'warn' : 'info';
      const remedy = severity === 'warn' ? 'remedy' : 'remedy_config';
      yield report(found ? 'config_only' : 'config', args, at, { severity, remedy });
    } else if (configRecord === undefined) yield report('installed', args, at);
    else if (!isOther(recorded)) yield report('installed_only', args, at);
    else if (orderReleases(recorded, installed) === 0) yield report('running_only', args, at);
    else yield report('all', args, at);
  },
});
