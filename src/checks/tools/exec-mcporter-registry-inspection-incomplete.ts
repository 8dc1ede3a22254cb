import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'tools.exec.mcporter_registry_inspection_incomplete',
  severity: 'warn',
  needs: ['mcp'],
  refs: ['CWE-693'],
  text: {
    en: {
      title: 'Shared MCP servers could not be read',
      why: 'Agents that may run commands reach the MCP servers of this file; which ones is not known.',
      remedy: 'Repair or remove `{path}`.',
      unread: '`{path}` could not be read: {reason}.',
    },
    ko: {
      title: '공유 MCP 서버 목록을 읽을 수 없습니다',
      why: '명령을 실행할 수 있는 에이전트는 이 파일의 MCP 서버에 접근할 수 있는데, 어떤 서버인지 알 수 없습니다.',
      remedy: '`{path}` 파일을 고치거나 제거합니다.',
      unread: '`{path}` 파일을 읽을 수 없습니다: {reason}.',
    },
  },
  examples: {
    bad: [
      {
        config: '{ agents: { defaults: { skills: [] } } }',
        files: [{ path: '.openclaw/skills/config/mcporter.json', content: '{' }],
        openclawVersion: '2026.9.6',
      },
    ],
    good: [
      {
        config: '{}',
        files: [{ path: '.openclaw/skills/config/mcporter.json', content: '{' }],
        openclawVersion: '2026.9.6',
      },
      {
        config: '{ agents: { defaults: { skills: [] } } }',
        files: [
          {
            path: '.openclaw/skills/config/mcporter.json',
            content: '{"mcpServers":{"db":{"command":"x"}}}',
          },
        ],
        openclawVersion: '2026.9.6',
      },
    ],
  },
  *run({ mcp: { unheld, sharedFailure, sharedPath: path } }, report) {
    if (unheld.length === 0 || sharedFailure === undefined) return;
    yield report('unread', { path, reason: sharedFailure }, { kind: 'file', path });
  },
});
