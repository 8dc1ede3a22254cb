import { isWithin, resolvePath } from '../../posture/posix-path.ts';
import { defineCheck } from '../define.ts';

const TEMPORARY = ['/tmp', '/var/tmp', '/private/tmp', '/dev/shm'];

export default defineCheck({
  id: 'policy.plugin_load_path',
  severity: 'info',
  needs: ['config', 'snapshot'],
  refs: ['CWE-426', 'CWE-829', 'ASI04'],
  text: {
    en: {
      title: 'Plugins are loaded from outside the state directory',
      why: 'Whoever can write there has code run inside the gateway, with all of its secrets; the permissions of the state directory do not protect this place.',
      remedy:
        'Install the plugin with `openclaw plugins install` and remove the entry from `plugins.load.paths`; while you develop it, keep the directory writable by you alone (mode 700).',
      outside: '`plugins.load.paths` contains `{path}`.',
      temporary:
        '`plugins.load.paths` contains `{path}`: every user of this machine may create files there.',
    },
    ko: {
      title: '상태 디렉터리 밖에서 플러그인을 로드합니다',
      why: '그 위치에 쓸 수 있는 사람은 게이트웨이 안에서 모든 비밀 값과 함께 자기 코드를 실행시킬 수 있습니다. 상태 디렉터리의 권한으로는 이 위치가 보호되지 않습니다.',
      remedy:
        '`openclaw plugins install`로 플러그인을 설치하고 `plugins.load.paths`에서 이 항목을 삭제하십시오. 개발 중이라면 본인만 쓸 수 있는 디렉터리(모드 700)로 두십시오.',
      outside: '`plugins.load.paths`에 `{path}` 경로가 있습니다.',
      temporary:
        '`plugins.load.paths`에 `{path}` 경로가 있습니다. 이 머신의 모든 사용자가 그곳에 파일을 만들 수 있습니다.',
    },
  },
  examples: {
    bad: [
      {
        config: '{plugins: {load: {paths: ["/srv/plugins/demo"]}}}',
        offending: '"/srv/plugins/demo"',
      },
      { config: '{plugins: {load: {paths: ["/var/tmp/demo"]}}}', severity: 'warn' },
    ],
    good: [
      '{plugins: {load: {paths: ["@@HOME@@/.openclaw/plugins/demo"]}}}',
      '{plugins: {enabled: false, load: {paths: ["/srv/plugins/demo"]}}}',
      '{}',
    ],
  },
  *run({ config, snapshot }, report) {
    if (config.boolean('plugins', 'enabled') === false) return;
    const { home, stateDir, cwd } = snapshot.target;
    const state = resolvePath(stateDir, home, cwd);
    for (const [index, written] of config.items('plugins', 'load', 'paths').entries()) {
      if (typeof written !== 'string' || !written.trim()) continue;
      const path = resolvePath(written, home, cwd);
      if (isWithin(path, state)) continue;
      const temporary = TEMPORARY.some((directory) => isWithin(path, directory));
      const at = config.at('plugins', 'load', 'paths', index);
      yield report(temporary ? 'temporary' : 'outside', { path: written.trim() }, at, {
        severity: temporary ? 'warn' : 'info',
      });
    }
  },
});
