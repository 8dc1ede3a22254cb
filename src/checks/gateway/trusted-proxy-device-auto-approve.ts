import { defineCheck } from '../define.ts';

const ROUTE = ['gateway', 'auth', 'trustedProxy', 'deviceAutoApprove', 'enabled'] as const;

export default defineCheck({
  id: 'gateway.trusted_proxy_device_auto_approve',
  severity: 'warn',
  needs: ['auth', 'config'],
  refs: ['CWE-862'],
  text: {
    en: {
      title: 'Devices are paired on the word of the proxy',
      why: 'A session stolen from the proxy is enough to pair a device that stays when the session is gone.',
      remedy: 'Remove `gateway.auth.trustedProxy.deviceAutoApprove` and approve devices yourself.',
      on: '`gateway.auth.trustedProxy.deviceAutoApprove.enabled` is `true`.',
    },
    ko: {
      title: '프록시의 말만 듣고 기기를 페어링합니다',
      why: '프록시에서 훔친 세션 하나로, 세션이 끝난 뒤에도 남는 기기를 페어링할 수 있습니다.',
      remedy: '`gateway.auth.trustedProxy.deviceAutoApprove`를 제거하고 기기를 직접 승인합니다.',
      on: '`gateway.auth.trustedProxy.deviceAutoApprove.enabled` 값이 `true`입니다.',
    },
  },
  examples: {
    bad: [
      {
        config:
          '{ gateway: { auth: { mode: "trusted-proxy", trustedProxy: { userHeader: "x-user", deviceAutoApprove: { enabled: true } } } } }',
        offending: 'true',
        openclawVersion: '2026.9.6',
      },
    ],
    good: [
      {
        config:
          '{ gateway: { auth: { mode: "trusted-proxy", trustedProxy: { userHeader: "x-user", deviceAutoApprove: { enabled: false } } } } }',
        openclawVersion: '2026.9.6',
      },
    ],
  },
  *run({ auth, config }, report) {
    if (auth.mode !== 'trusted-proxy' || !auth.trustedProxy.autoApprovesDevices) return;
    yield report('on', {}, config.at(...ROUTE));
  },
});
