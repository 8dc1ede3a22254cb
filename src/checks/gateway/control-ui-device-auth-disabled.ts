import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'gateway.control_ui.device_auth_disabled',
  severity: 'critical',
  needs: ['config'],
  when: [['gateway']],
  refs: ['CWE-306'],
  text: {
    en: {
      title: 'Control UI does not check which device connects',
      why: 'A stolen or guessed token is enough from any browser anywhere: no device has to be paired first.',
      remedy: 'Remove `gateway.controlUi.dangerouslyDisableDeviceAuth`.',
      on: '`gateway.controlUi.dangerouslyDisableDeviceAuth` is `true`.',
    },
    ko: {
      title: 'Control UI가 접속하는 기기를 확인하지 않습니다',
      why: '기기를 먼저 페어링할 필요가 없으므로, 훔치거나 추측한 토큰만 있으면 어느 브라우저에서나 접속할 수 있습니다.',
      remedy: '`gateway.controlUi.dangerouslyDisableDeviceAuth`를 제거합니다.',
      on: '`gateway.controlUi.dangerouslyDisableDeviceAuth` 값이 `true`입니다.',
    },
  },
  examples: {
    bad: [
      {
        config: '{ gateway: { controlUi: { dangerouslyDisableDeviceAuth: true } } }',
        offending: 'true',
      },
    ],
    good: ['{}', '{ gateway: { controlUi: { dangerouslyDisableDeviceAuth: false } } }'],
  },
  *run({ config }, report) {
    const route = ['gateway', 'controlUi', 'dangerouslyDisableDeviceAuth'] as const;
    if (config.boolean(...route) !== true) return;
    yield report('on', {}, config.at(...route));
  },
});
