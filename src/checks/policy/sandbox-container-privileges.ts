import { type ConfigObject, child } from '../../posture/config.ts';
import { containerSources } from '../../posture/sandbox-sources.ts';
import { defineCheck } from '../define.ts';

/** Settings that hand back what OpenClaw takes from its containers, by key. */
function loosened(docker: ConfigObject): readonly (readonly [key: string, shown: string])[] {
  const found: [string, string][] = [];
  const user = child(docker, 'user');
  if (typeof user === 'string' && /^(root|0+)(:|$)/.test(user.trim().toLowerCase())) {
    found.push(['user', `user=${user.trim()}`]);
  }
  const capDrop = child(docker, 'capDrop');
  if (Array.isArray(capDrop) && capDrop.length === 0) found.push(['capDrop', 'capDrop=[]']);
  if (child(docker, 'readOnlyRoot') === false) found.push(['readOnlyRoot', 'readOnlyRoot=false']);
  return found;
}

export default defineCheck({
  id: 'policy.sandbox_container_privileges',
  severity: 'info',
  needs: ['config', 'agents'],
  refs: ['CWE-250', 'ASI05'],
  text: {
    en: {
      title: 'Sandbox containers keep privileges that they need not have',
      why: 'Root in the container, all default capabilities and a writable system make it easier for a command to get from the container to the host.',
      remedy:
        'Remove these settings from `{path}` (OpenClaw then drops all capabilities and keeps the root file system read-only), and name a user such as `user: "1000:1000"`.',
      loosened: '`{path}`: `{settings}`.',
    },
    ko: {
      title: '샌드박스 컨테이너에 불필요한 권한이 남아 있습니다',
      why: '컨테이너 안의 root 권한, 기본 capability 전체, 쓰기 가능한 시스템은 명령이 컨테이너에서 호스트로 빠져나가기 쉽게 만듭니다.',
      remedy:
        '`{path}`에서 이 설정을 삭제하면 OpenClaw가 모든 capability를 제거하고 루트 파일 시스템을 읽기 전용으로 유지합니다. 사용자는 `user: "1000:1000"`처럼 지정하십시오.',
      loosened: '`{path}` 설정: `{settings}`.',
    },
  },
  examples: {
    bad: [
      {
        config:
          '{agents: {defaults: {sandbox: {docker: {user: "0:0", capDrop: [], readOnlyRoot: false}}}}}',
        offending: '"0:0"',
      },
      '{agents: {list: [{id: "w", sandbox: {docker: {user: "root"}}}]}}',
    ],
    good: [
      '{agents: {defaults: {sandbox: {docker: {user: "1000:1000", capDrop: ["ALL"], readOnlyRoot: true}}}}}',
      '{agents: {defaults: {sandbox: {docker: {user: "rooty"}}}}}',
    ],
  },
  *run({ config, agents }, report) {
    for (const { path, route, value, subject } of containerSources({ config, agents }, 'docker')) {
      const found = loosened(value);
      if (found.length === 0) continue;
      const places = found.map(([key]) => config.at(...route, key));
      const settings = found.map(([, shown]) => shown);
      yield report('loosened', { path, settings }, places, { subject });
    }
  },
});
