import { defineCheck } from '../define.ts';

const ROUTE = ['gateway', 'auth', 'trustedProxy', 'deviceAutoApprove', 'scopes'] as const;

export default defineCheck({
  id: 'gateway.trusted_proxy_device_auto_approve_admin',
  severity: 'critical',
  needs: ['auth', 'config'],
  refs: ['CWE-269'],
  text: {
    en: {
      title: 'Everyone the proxy lets in becomes an administrator',
      why: 'Whoever the proxy knows pairs a device that may change every setting and run every tool.',
      remedy: 'Remove `operator.admin` from `gateway.auth.trustedProxy.deviceAutoApprove.scopes`.',
      admin: '`gateway.auth.trustedProxy.deviceAutoApprove.scopes` contains `operator.admin`.',
    },
    ko: {
      title: '프록시가 들여보낸 모두가 관리자가 됩니다',
      why: '프록시가 아는 누구나 모든 설정을 바꾸고 모든 도구를 실행할 수 있는 기기를 페어링합니다.',
      remedy:
        '`gateway.auth.trustedProxy.deviceAutoApprove.scopes`에서 `operator.admin`을 제거합니다.',
      admin:
        '`gateway.auth.trustedProxy.deviceAutoApprove.scopes`에 `operator.admin`이 들어 있습니다.',
    },
  },
  examples: {
    bad: [
      {
        config:
          '{ gateway: { auth: { mode: "trusted-proxy", trustedProxy: { userHeader: "x-user", deviceAutoApprove: { enabled: true, scopes: ["operator.admin"] } } } } }',
        offending: '["operator.admin"]',
        openclawVersion: '2026.9.6',
      },
    ],
    good: [
      {
        config:
          '{ gateway: { auth: { mode: "trusted-proxy", trustedProxy: { userHeader: "x-user", deviceAutoApprove: { enabled: true, scopes: ["operator.read"] } } } } }',
        openclawVersion: '2026.9.6',
      },
      {
        config:
          '{ gateway: { auth: { mode: "trusted-proxy", trustedProxy: { userHeader: "x-user", deviceAutoApprove: { enabled: false, scopes: ["operator.admin"] } } } } }',
        openclawVersion: '2026.9.6',
      },
    ],
  },
  *run({ auth, config }, report) {
    const { autoApprovesDevices, autoApprovedScopes } = auth.trustedProxy;
    if (auth.mode !== 'trusted-proxy' || !autoApprovesDevices) return;
    if (autoApprovedScopes.includes('operator.admin'))
      yield report('admin', {}, config.at(...ROUTE));
  },
});
