import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'tools.exec.agent_skill_mcp_boundary_drift',
  severity: 'warn',
  needs: ['config', 'mcp'],
  when: [['agents']],
  refs: ['CWE-693'],
  text: {
    en: {
      title: 'A list of skills does not keep agents from MCP servers',
      why: 'The list says what an agent is told about. Whoever may run commands starts the client of an MCP server all the same.',
      remedy: 'Set `tools.exec.mode` of `{agents}` to `deny`, or put them in a sandbox.',
      servers:
        '`{agents}` have a list of skills and may run commands; in reach are the MCP servers `{servers}`.',
    },
    ko: {
      title: '스킬 목록이 MCP 서버 접근을 막지 못합니다',
      why: '목록은 에이전트에게 무엇을 알려 줄지를 정할 뿐입니다. 명령을 실행할 수 있으면 MCP 서버의 클라이언트도 실행할 수 있습니다.',
      remedy: '`{agents}`의 `tools.exec.mode`를 `deny`로 설정하거나 샌드박스에 넣습니다.',
      servers:
        '`{agents}` 에이전트는 스킬 목록이 있지만 명령을 실행할 수 있어, 다음 MCP 서버에 접근할 수 있습니다: `{servers}`.',
    },
  },
  examples: {
    bad: [
      {
        config:
          '{ agents: { defaults: { skills: ["a"] } }, mcp: { servers: { db: { command: "x" } } } }',
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
    good: [
      { config: '{ mcp: { servers: { db: { command: "x" } } } }', openclawVersion: '2026.9.6' },
      {
        config:
          '{ agents: { defaults: { skills: ["a"] } }, mcp: { servers: { db: { command: "x", enabled: false } } } }',
        openclawVersion: '2026.9.6',
      },
      {
        config:
          '{ tools: { exec: { mode: "deny" } }, agents: { defaults: { skills: ["a"] } }, mcp: { servers: { db: { command: "x" } } } }',
        openclawVersion: '2026.9.6',
      },
    ],
  },
  *run({ config, mcp }, report) {
    const servers = [...mcp.servers, ...mcp.shared];
    if (mcp.unheld.length === 0 || servers.length === 0) return;
    const agents = mcp.unheld.map(({ label }) => label);
    yield report('servers', { agents, servers }, config.at('agents'));
  },
});
