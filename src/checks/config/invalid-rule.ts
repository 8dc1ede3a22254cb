import { defineCheck } from '../define.ts';
import { argOf, messageOf, pathOf, placeOf, REFUSED, schemaIssuesOf } from './issues.ts';

const RULES = [
  'dm_open_without_wildcard',
  'docker_bind',
  'docker_network_host',
  'docker_network_container',
  'docker_profile_unconfined',
  'browser_network',
  'allow_and_also_allow',
  'discord_numeric_id',
  'telegram_webhook_secret',
  'slack_signing_secret',
  'irc_nickserv_email',
  'browser_profile_without_cdp',
  'browser_profile_cdp_url',
  'duplicate_agent_dir',
  'avatar_outside',
  'heartbeat_target',
  'broadcast_unknown_agent',
  'roster_two_defaults',
  'roster_explicit_default',
  'roster_empty',
  'roster_no_owner',
  'stopped',
  'other',
] as const;

export default defineCheck({
  id: 'config.invalid.rule',
  severity: 'warn',
  needs: ['snapshot'],
  refs: ['CWE-1288', 'https://docs.openclaw.ai/gateway/configuration'],
  text: {
    en: {
      title: 'Settings contradict a rule of OpenClaw',
      why: REFUSED.en,
      remedy: 'Change the setting so that it keeps the rule that the message names.',
      dm_open_without_wildcard:
        '`{path}` is `open`, which needs `"*"` in `{list}` of the same section',
      docker_bind: '`{path}`: the host side of a bind mount must be an absolute path',
      docker_network_host: '`{path}`: a sandbox must not join the network of the host',
      docker_network_container:
        '`{path}`: a sandbox joins the network of another container only with `dangerouslyAllowContainerNamespaceJoin`',
      docker_profile_unconfined: '`{path}`: a sandbox must not run `unconfined`',
      browser_network:
        '`{path}`: the sandbox browser must not join the network of the host or of another container',
      allow_and_also_allow:
        '`{path}` stands beside a filled `allow`; only one of the two may be used',
      discord_numeric_id: '`{path}`: Discord ids must be written as text, in quotes',
      telegram_webhook_secret: '`{path}` needs a `webhookSecret`',
      slack_signing_secret: '`{path}`: Slack over HTTP needs a `signingSecret`',
      irc_nickserv_email: '`{path}` is `true`, which needs a `registerEmail`',
      browser_profile_without_cdp: '`{path}` has neither `cdpPort` nor `cdpUrl`',
      browser_profile_cdp_url: '`{path}` is no `http` or `https` URL',
      duplicate_agent_dir: '`{path}` is the directory of another agent too',
      avatar_outside: "`{path}` leads out of the agent's workspace",
      heartbeat_target: '`{path}` names neither `last`, `none` nor a known channel',
      broadcast_unknown_agent: '`{path}` names an agent that there is not',
      roster_two_defaults: '`{path}`: {count} agents are marked `default: true`, one may be',
      roster_explicit_default:
        '`{path}` is `explicit`, and an agent is marked `default: true`: only one of the two may be',
      roster_empty: '`{path}` is `explicit`, and there is no agent',
      roster_no_owner:
        '`{path}`: of several agents one must be marked `default: true`, or `agents.ownership` be `explicit`',
      stopped: 'More than {limit} problems in the config; the search stopped there',
      other: '`{path}` breaks a rule of OpenClaw',
      more: '{count} more settings that break a rule',
    },
    ko: {
      title: '설정이 OpenClaw의 규칙에 어긋납니다',
      why: REFUSED.ko,
      remedy: '메시지에 나온 규칙을 지키도록 설정을 고치십시오.',
      dm_open_without_wildcard:
        '`{path}` 값이 `open`이면 같은 섹션의 `{list}`에 `"*"`가 있어야 합니다',
      docker_bind: '`{path}`: 바인드 마운트의 호스트 쪽은 절대 경로여야 합니다',
      docker_network_host: '`{path}`: 샌드박스는 호스트 네트워크에 참여할 수 없습니다',
      docker_network_container:
        '`{path}`: 샌드박스는 `dangerouslyAllowContainerNamespaceJoin`이 있어야만 다른 컨테이너의 네트워크에 참여할 수 있습니다',
      docker_profile_unconfined: '`{path}`: 샌드박스는 `unconfined`로 실행할 수 없습니다',
      browser_network:
        '`{path}`: 샌드박스 브라우저는 호스트나 다른 컨테이너의 네트워크에 참여할 수 없습니다',
      allow_and_also_allow:
        '`{path}` 옆에 비어 있지 않은 `allow`가 있습니다. 둘 중 하나만 쓸 수 있습니다',
      discord_numeric_id: '`{path}`: Discord ID는 따옴표로 감싼 문자열로 써야 합니다',
      telegram_webhook_secret: '`{path}` 설정에는 `webhookSecret`이 필요합니다',
      slack_signing_secret: '`{path}`: HTTP 방식의 Slack에는 `signingSecret`이 필요합니다',
      irc_nickserv_email: '`{path}` 값이 `true`이면 `registerEmail`이 필요합니다',
      browser_profile_without_cdp: '`{path}`에 `cdpPort`도 `cdpUrl`도 없습니다',
      browser_profile_cdp_url: '`{path}` 값이 `http` 또는 `https` URL이 아닙니다',
      duplicate_agent_dir: '`{path}` 디렉터리를 다른 에이전트도 사용합니다',
      avatar_outside: '`{path}` 경로가 에이전트의 작업 공간을 벗어납니다',
      heartbeat_target: '`{path}` 값이 `last`, `none`, 알려진 채널 중 어느 것도 아닙니다',
      broadcast_unknown_agent: '`{path}` 값이 없는 에이전트를 가리킵니다',
      roster_two_defaults:
        '`{path}`: `default: true`로 표시된 에이전트가 {count}개입니다. 하나만 있을 수 있습니다',
      roster_explicit_default:
        '`{path}` 값이 `explicit`인데 `default: true`로 표시된 에이전트가 있습니다. 둘 중 하나만 쓸 수 있습니다',
      roster_empty: '`{path}` 값이 `explicit`인데 에이전트가 없습니다',
      roster_no_owner:
        '`{path}`: 에이전트가 여럿이면 하나를 `default: true`로 표시하거나 `agents.ownership`을 `explicit`으로 해야 합니다',
      stopped: '설정에 문제가 {limit}개 넘게 있어 검사를 중단했습니다',
      other: '`{path}` 설정이 OpenClaw의 규칙에 어긋납니다',
      more: '규칙에 어긋나는 설정이 {count}개 더 있습니다',
    },
  },
  examples: {
    bad: [
      { config: '{channels: {telegram: {dmPolicy: "open"}}}', offending: 'dmPolicy' },
      '{channels: {discord: {dm: {policy: "open"}, allowFrom: ["1"]}}}',
      '{agents: {defaults: {sandbox: {docker: {binds: ["./data:/data"]}}}}}',
      '{agents: {list: [{id: "a", sandbox: {docker: {network: "host"}}}]}}',
      '{agents: {defaults: {sandbox: {docker: {network: "container:db"}}}}}',
      '{agents: {defaults: {sandbox: {docker: {seccompProfile: "Unconfined"}}}}}',
      '{agents: {defaults: {sandbox: {browser: {network: "host"}}}}}',
      '{tools: {allow: ["read"], alsoAllow: ["exec"]}}',
      '{channels: {discord: {allowFrom: [1234567890]}}}',
      '{channels: {telegram: {webhookUrl: "https://example.org/tg"}}}',
      '{channels: {slack: {mode: "http"}}}',
      '{channels: {irc: {nickserv: {register: true}}}}',
      '{browser: {profiles: {work: {color: "#112233"}}}}',
      '{browser: {profiles: {work: {color: "#112233", cdpUrl: "ws://127.0.0.1:9222"}}}}',
      '{agents: {list: [{id: "a", agentDir: "/srv/x"}, {id: "b", agentDir: "/srv//x/"}]}}',
      '{agents: {list: [{id: "a", identity: {avatar: "../me.png"}}]}}',
      '{agents: {defaults: {heartbeat: {target: "carrierpigeon"}}}}',
      '{agents: {list: [{id: "a"}]}, broadcast: {"12345": ["a", "zz"]}}',
      { config: '{agents: {entries: {a: {}, b: {}}}}', openclawVersion: '2026.9.6' },
      { config: '{agents: {list: [{id: "a"}, {id: "b"}]}}', openclawVersion: '2026.9.6' },
      {
        config: '{agents: {ownership: "explicit", entries: {a: {default: true}}}}',
        openclawVersion: '2026.9.6',
        offending: 'ownership',
      },
    ],
    good: [
      '{channels: {telegram: {dmPolicy: "open", allowFrom: ["*"]}}}',
      '{channels: {discord: {dmPolicy: "open", dm: {allowFrom: ["*"]}}, slack: {mode: "socket"}}}',
      '{agents: {defaults: {sandbox: {docker: {binds: ["/srv/data:/data:ro"], network: "none"}}}}}',
      '{agents: {defaults: {sandbox: {docker: {network: "container:db", dangerouslyAllowContainerNamespaceJoin: true}}}}}',
      '{tools: {profile: "coding", alsoAllow: ["browser"]}}',
      '{channels: {discord: {allowFrom: ["1234567890"]}, telegram: {allowFrom: [1234567890]}}}',
      '{agents: {list: [{id: "a", identity: {avatar: "img/me.png"}}, {id: "b"}]}, broadcast: {strategy: "parallel", "1": ["a", "b"]}}',
      '{agents: {defaults: {heartbeat: {target: "last"}}}}',
      {
        config: '{agents: {ownership: "explicit", entries: {a: {}, b: {}}}}',
        openclawVersion: '2026.9.6',
      },
      { config: '{agents: {entries: {a: {default: true}, b: {}}}}', openclawVersion: '2026.9.6' },
    ],
  },
  *run({ snapshot }, report) {
    const { shown, more, rest } = schemaIssuesOf(snapshot, 'rule', () => true);
    for (const issue of shown) {
      const args = {
        path: pathOf(snapshot, issue),
        list: argOf(issue, 'list'),
        limit: argOf(issue, 'limit'),
        count: argOf(issue, 'count'),
      };
      yield report(messageOf(issue, RULES, 'other'), args, placeOf(issue));
    }
    if (more > 0) yield report('more', { count: more }, rest);
  },
});
