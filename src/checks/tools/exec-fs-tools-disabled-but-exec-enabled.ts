import { defineCheck } from '../define.ts';

const WRITING = ['write', 'edit', 'apply_patch'];

export default defineCheck({
  id: 'tools.exec.fs_tools_disabled_but_exec_enabled',
  severity: 'warn',
  needs: ['config', 'tools', 'exec', 'sandbox'],
  when: [['tools'], ['agents']],
  refs: ['CWE-693'],
  text: {
    en: {
      title: 'Files cannot be written, but commands can be run',
      why: 'A command writes any file that the tools no longer may: the setting looks safer than it is.',
      remedy:
        'Add `exec` and `process` to `deny` at each place shown, or put the agent in a sandbox.',
      scopes: 'Tools that write files are off and `exec` is on in `{scopes}`.',
    },
    ko: {
      title: '파일은 쓸 수 없지만 명령은 실행할 수 있습니다',
      why: '도구로 쓸 수 없게 된 파일도 명령으로 쓸 수 있으므로, 설정이 실제보다 안전해 보입니다.',
      remedy:
        '표시된 위치의 `deny`에 `exec`와 `process`를 추가하거나 에이전트를 샌드박스에 넣습니다.',
      scopes: '파일을 쓰는 도구가 꺼져 있는데 `exec`는 켜져 있는 곳: `{scopes}`.',
    },
  },
  examples: {
    bad: [
      {
        config: '{ tools: { deny: ["write", "edit", "apply_patch"] } }',
        openclawVersion: '2026.9.6',
      },
      {
        config: '{ agents: { entries: { a: { tools: { deny: ["group:fs"] } } } } }',
        openclawVersion: '2026.9.6',
      },
    ],
    good: [
      {
        config: '{ tools: { deny: ["write", "edit", "apply_patch", "exec"] } }',
        openclawVersion: '2026.9.6',
      },
      { config: '{ tools: { deny: ["write"] } }', openclawVersion: '2026.9.6' },
      {
        config:
          '{ tools: { deny: ["group:fs"] }, agents: { defaults: { sandbox: { mode: "all" } } } }',
        openclawVersion: '2026.9.6',
      },
    ],
  },
  *run({ config, tools, exec, sandbox }, report) {
    const found = tools.contexts.filter((context) => {
      if (!context.allows('exec') || WRITING.some(context.allows)) return false;
      const box = sandbox.of(context.agent);
      const { host } = exec.of(context.agent);
      const inside = host !== 'gateway' && host !== 'node';
      return !(box.mode === 'all' && inside && box.workspaceAccess !== 'rw');
    });
    if (found.length === 0) return;
    yield report(
      'scopes',
      { scopes: found.map(({ label }) => label) },
      found.map(({ agent }) =>
        agent?.index === undefined
          ? config.at('tools', 'deny')
          : config.at('agents', 'list', agent.index, 'tools'),
      ),
    );
  },
});
