import { defineCheck } from '../define.ts';
import { unconfined } from './unconfined.ts';

export default defineCheck({
  id: 'sandbox.dangerous_seccomp_profile',
  severity: 'critical',
  needs: ['config', 'agents'],
  when: [['agents']],
  refs: ['CWE-693', 'ASI05'],
  text: {
    en: {
      title: 'Sandbox runs without a seccomp filter',
      why: 'Every system call of the host kernel is open to code in the container, which is what most container escapes are built on.',
      remedy:
        'Remove `docker.seccompProfile`: Docker then applies its default profile. Name a profile of your own if that one is too strict.',
      off: '`{path}` is `unconfined`.',
    },
    ko: {
      title: '샌드박스가 seccomp 필터 없이 실행됩니다',
      why: '컨테이너 안의 코드가 호스트 커널의 모든 시스템 콜을 부를 수 있습니다. 컨테이너 탈출은 대부분 여기서 시작됩니다.',
      remedy:
        '`docker.seccompProfile` 설정을 삭제하면 Docker 기본 프로필이 적용됩니다. 기본 프로필이 지나치게 엄격하면 직접 만든 프로필 이름을 지정하십시오.',
      off: '`{path}` 값이 `unconfined`입니다.',
    },
  },
  examples: {
    bad: [
      {
        config:
          '{agents: {defaults: {sandbox: {mode: "all", docker: {seccompProfile: "unconfined"}}}}}',
        offending: '"unconfined"',
      },
      '{agents: {list: [{id: "w", sandbox: {docker: {seccompProfile: " UNCONFINED "}}}]}}',
    ],
    good: [
      '{agents: {defaults: {sandbox: {mode: "all", docker: {seccompProfile: "sandbox-profile"}}}}}',
      '{agents: {defaults: {sandbox: {mode: "all", docker: {image: "x"}}}}}',
    ],
  },
  *run({ config, agents }, report) {
    for (const { path, route, subject } of unconfined({ config, agents }, 'seccompProfile')) {
      const at = config.at(...route, 'seccompProfile');
      yield report('off', { path: `${path}.seccompProfile` }, at, { subject });
    }
  },
});
