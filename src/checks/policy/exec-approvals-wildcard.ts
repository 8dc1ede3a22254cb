import { defineCheck } from '../define.ts';

/** `*`, `**` and what only adds slashes to them: patterns that every command matches. */
const matchesAll = (pattern: string) => /^[*/]*\*[*/]*$/.test(pattern.trim().slice(0, 64));

export default defineCheck({
  id: 'policy.exec_approvals_wildcard',
  severity: 'warn',
  needs: ['approvals'],
  refs: ['CWE-862', 'ASI05'],
  text: {
    en: {
      title: 'Exec approvals let every command through',
      why: 'The approvals file has the last word on commands on this host. An entry that fits everything makes the question that would stop a misled agent never come up.',
      remedy:
        'Remove these entries with `openclaw approvals allowlist remove`, list the full paths of the commands that are needed, and set `security` to `allowlist` and `ask` to `on-miss` in `{file}`.',
      allowlist: 'The allowlist of `{agent}` contains `{pattern}`.',
      full: '`{agent}` has `security: "full"` with `ask: "off"`.',
    },
    ko: {
      title: '실행 승인 설정이 모든 명령을 통과시킵니다',
      why: '이 호스트의 명령 실행은 최종적으로 승인 파일이 결정합니다. 모든 것에 맞는 항목이 있으면, 속은 에이전트를 멈춰 세울 질문이 아예 나오지 않습니다.',
      remedy:
        '`openclaw approvals allowlist remove`로 해당 항목을 지우고 필요한 명령의 전체 경로만 적으십시오. `{file}`에서 `security`는 `allowlist`, `ask`는 `on-miss`로 설정하십시오.',
      allowlist: '`{agent}`의 허용 목록에 `{pattern}` 항목이 있습니다.',
      full: '`{agent}` 설정이 `security: "full"`, `ask: "off"`입니다.',
    },
  },
  examples: {
    bad: [
      {
        config: '{}',
        files: [
          {
            path: '.openclaw/exec-approvals.json',
            content: '{"version":1,"agents":{"main":{"allowlist":[{"pattern":"**"}]}}}',
          },
        ],
      },
      {
        config: '{}',
        files: [
          {
            path: '.openclaw/exec-approvals.json',
            content: '{"version":1,"defaults":{"security":"full","ask":"off"}}',
          },
        ],
      },
    ],
    good: [
      '{}',
      {
        config: '{}',
        files: [
          {
            path: '.openclaw/exec-approvals.json',
            content:
              '{"version":1,"defaults":{"security":"allowlist","ask":"on-miss"},"agents":{"main":{"allowlist":[{"pattern":"/usr/bin/git"}]}}}',
          },
        ],
      },
    ],
  },
  *run({ approvals }, report) {
    if (!approvals) return;
    const { path: file, defaults, agents } = approvals;
    const at = { kind: 'file', path: file } as const;
    if (defaults.security === 'full' && defaults.ask === 'off') {
      yield report('full', { agent: 'defaults', file }, at);
    }
    for (const [subject, [agent, entry]] of Object.entries(agents).entries()) {
      const pattern = entry.allowlist.find(matchesAll);
      const own = entry.security !== undefined || entry.ask !== undefined;
      const security = entry.security ?? defaults.security;
      const ask = entry.ask ?? defaults.ask;
      if (pattern !== undefined) {
        yield report('allowlist', { agent, pattern, file }, at, { subject });
      } else if (own && security === 'full' && ask === 'off') {
        yield report('full', { agent, file }, at, { subject });
      }
    }
  },
});
