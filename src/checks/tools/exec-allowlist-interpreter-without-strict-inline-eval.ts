import { child } from '../../posture/config.ts';
import { isInterpreterPattern } from '../../posture/interpreters.ts';
import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'tools.exec.allowlist_interpreter_without_strict_inline_eval',
  severity: 'warn',
  needs: ['config', 'agents', 'approvals'],
  refs: ['CWE-94', 'ASI05'],
  text: {
    en: {
      title: 'An approved interpreter runs any code',
      why: 'Whoever may run an interpreter may run what he writes on its command line: the approval of one program is one of all.',
      remedy:
        'Set `tools.exec.strictInlineEval` to `true`, or take `{patterns}` out of the exec approvals.',
      loose: 'Approved for good: `{patterns}`.',
    },
    ko: {
      title: '승인된 인터프리터가 어떤 코드든 실행합니다',
      why: '인터프리터를 실행할 수 있으면 명령줄에 쓴 코드도 실행할 수 있습니다. 프로그램 하나를 승인한 것이 모두를 승인한 것이 됩니다.',
      remedy:
        '`tools.exec.strictInlineEval`을 `true`로 설정하거나, 실행 승인에서 `{patterns}` 항목을 뺍니다.',
      loose: '계속 승인된 항목: `{patterns}`.',
    },
  },
  examples: {
    bad: [
      {
        files: [
          {
            path: '.openclaw/exec-approvals.json',
            content:
              '{"version":1,"defaults":{},"agents":{"main":{"allowlist":[{"pattern":"/usr/bin/python3.11"}]}}}',
          },
        ],
        openclawVersion: '2026.9.6',
      },
    ],
    good: [
      {
        config: '{ tools: { exec: { strictInlineEval: true } } }',
        files: [
          {
            path: '.openclaw/exec-approvals.json',
            content:
              '{"version":1,"defaults":{},"agents":{"main":{"allowlist":[{"pattern":"/usr/bin/python3"}]}}}',
          },
        ],
        openclawVersion: '2026.9.6',
      },
      {
        files: [
          {
            path: '.openclaw/exec-approvals.json',
            content:
              '{"version":1,"defaults":{},"agents":{"main":{"allowlist":[{"pattern":"/usr/bin/git"}]}}}',
          },
        ],
        openclawVersion: '2026.9.6',
      },
    ],
  },
  *run({ config, agents, approvals }, report) {
    if (!approvals) return;
    const global = config.boolean('tools', 'exec', 'strictInlineEval');
    const patterns = Object.entries(approvals.agents).flatMap(([id, { allowlist }]) => {
      const entry = id === '*' ? undefined : agents.find(id)?.entry;
      const own = child(child(child(entry, 'tools'), 'exec'), 'strictInlineEval');
      if ((typeof own === 'boolean' ? own : global) === true) return [];
      return allowlist.filter(isInterpreterPattern).map((pattern) => `${id}: ${pattern}`);
    });
    if (patterns.length > 0)
      yield report('loose', { patterns }, { kind: 'file', path: approvals.path });
  },
});
