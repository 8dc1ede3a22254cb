import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'mcp.apps.enabled',
  severity: 'warn',
  needs: ['config'],
  when: [['mcp']],
  refs: ['CWE-79'],
  text: {
    en: {
      title: 'MCP servers may show pages that act',
      why: 'A page that an MCP server sends runs in front of you and can call the tools that the server shows to it.',
      remedy: 'Remove `mcp.apps.enabled` unless you trust every MCP server that is configured.',
      on: '`mcp.apps.enabled` is `true`.',
    },
    ko: {
      title: 'MCP 서버가 동작하는 페이지를 보여 줄 수 있습니다',
      why: 'MCP 서버가 보낸 페이지가 사용자 앞에서 실행되어, 그 서버가 내보인 도구를 호출할 수 있습니다.',
      remedy: '설정된 모든 MCP 서버를 신뢰하지 않는다면 `mcp.apps.enabled`를 제거합니다.',
      on: '`mcp.apps.enabled` 값이 `true`입니다.',
    },
  },
  examples: {
    bad: [
      {
        config: '{ mcp: { apps: { enabled: true } } }',
        offending: 'true',
        openclawVersion: '2026.9.6',
      },
    ],
    good: [{ config: '{ mcp: { apps: { enabled: false } } }', openclawVersion: '2026.9.6' }],
  },
  *run({ config }, report) {
    const route = ['mcp', 'apps', 'enabled'] as const;
    if (config.boolean(...route) === true) yield report('on', {}, config.at(...route));
  },
});
