import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'sandbox.browser_container.docker_probe_timeout',
  severity: 'warn',
  needs: ['snapshot'],
  refs: ['CWE-400'],
  text: {
    en: {
      title: 'Docker did not answer in time',
      why: 'Whether browser containers publish their ports or run with old settings is not known.',
      remedy: 'Run `docker ps -a` to see why it hangs, then repeat the audit.',
      late: '`docker` gave no answer in time.',
    },
    ko: {
      title: 'Docker가 제때 응답하지 않았습니다',
      why: '브라우저 컨테이너가 포트를 공개하는지, 이전 설정으로 실행되는지 알 수 없습니다.',
      remedy: '`docker ps -a`를 실행하여 멈춘 이유를 확인한 뒤 감사를 다시 실행합니다.',
      late: '`docker`가 제때 응답하지 않았습니다.',
    },
  },
  examples: {
    bad: [
      {
        bin: [{ name: 'docker', content: '#!/bin/sh\nexec sleep 20\n' }],
        openclawVersion: '2026.9.6',
        unmeasured: true,
      },
    ],
    good: [{ config: '{}', openclawVersion: '2026.9.6' }],
  },
  *run({ snapshot: { containers, unmeasured } }, report) {
    const late =
      (containers.status === 'failed' && containers.reason === 'timeout') ||
      unmeasured.some(({ part, reason }) => part === 'containers' && reason === 'timeout');
    if (late) yield report('late', {}, { kind: 'container', name: 'docker' });
  },
});
