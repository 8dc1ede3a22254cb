import { defineCheck } from '../define.ts';
import { unconfined } from './unconfined.ts';

export default defineCheck({
  id: 'sandbox.dangerous_apparmor_profile',
  severity: 'critical',
  needs: ['config', 'agents'],
  when: [['agents']],
  refs: ['CWE-693', 'ASI05'],
  text: {
    en: {
      title: 'Sandbox runs without an AppArmor profile',
      why: 'Nothing of AppArmor keeps code in the container from kernel interfaces under /proc and /sys or from mounting file systems.',
      remedy:
        'Remove `docker.apparmorProfile`: Docker then applies its default profile. Name a profile of your own if that one is too strict.',
      off: '`{path}` is `unconfined`.',
    },
    ko: {
      title: '샌드박스가 AppArmor 프로필 없이 실행됩니다',
      why: '컨테이너 안의 코드가 /proc, /sys의 커널 인터페이스에 접근하거나 파일 시스템을 마운트하는 것을 AppArmor가 막지 못합니다.',
      remedy:
        '`docker.apparmorProfile` 설정을 삭제하면 Docker 기본 프로필이 적용됩니다. 기본 프로필이 지나치게 엄격하면 직접 만든 프로필 이름을 지정하십시오.',
      off: '`{path}` 값이 `unconfined`입니다.',
    },
  },
  examples: {
    bad: [
      {
        config:
          '{agents: {defaults: {sandbox: {mode: "all", docker: {apparmorProfile: "unconfined"}}}}}',
        offending: '"unconfined"',
      },
      '{agents: {list: [{id: "w", sandbox: {docker: {apparmorProfile: " UNCONFINED "}}}]}}',
    ],
    good: [
      '{agents: {defaults: {sandbox: {mode: "all", docker: {apparmorProfile: "sandbox-profile"}}}}}',
      '{agents: {defaults: {sandbox: {mode: "all", docker: {image: "x"}}}}}',
    ],
  },
  *run({ config, agents }, report) {
    for (const { path, route, subject } of unconfined({ config, agents }, 'apparmorProfile')) {
      const at = config.at(...route, 'apparmorProfile');
      yield report('off', { path: `${path}.apparmorProfile` }, at, { subject });
    }
  },
});
