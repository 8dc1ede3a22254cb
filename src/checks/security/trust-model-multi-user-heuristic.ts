import { defineCheck } from '../define.ts';
import { describeContexts } from './contexts.ts';

export default defineCheck({
  id: 'security.trust_model.multi_user_heuristic',
  severity: 'warn',
  needs: ['config', 'exposure'],
  when: [['channels']],
  fix: 'open_groups',
  refs: ['CWE-653', 'CWE-1220', 'ASI03'],
  text: {
    en: {
      title: 'Several people seem to share this gateway',
      why: 'OpenClaw trusts everyone who may talk to an agent as one operator: they share its tools, files and credentials, and session keys are no boundary between them.',
      remedy:
        'Give people who do not fully trust each other gateways of their own, best under separate system users or hosts. For one shared agent: `agents.defaults.sandbox.mode: "all"`, `tools.fs.workspaceOnly: true`, no personal accounts, and name the senders (`dmPolicy: "pairing"`, `groupPolicy: "allowlist"`).',
      contained: 'Signs of several people: `{paths}`. No agent reaches the host.',
      exposed: 'Signs of several people: `{paths}`. Within their reach: `{contexts}`.',
    },
    ko: {
      title: '여러 사람이 이 게이트웨이를 함께 쓰는 것으로 보입니다',
      why: 'OpenClaw는 에이전트에게 말을 걸 수 있는 모든 사람을 한 명의 운영자로 신뢰합니다. 이들은 도구, 파일, 자격 증명을 공유하며 세션 키는 사람 사이의 경계가 되지 못합니다.',
      remedy:
        '서로를 온전히 신뢰하지 않는 사람들에게는 각자의 게이트웨이를, 가능하면 별도의 시스템 사용자나 호스트로 나누어 주십시오. 하나를 함께 써야 한다면 `agents.defaults.sandbox.mode: "all"`과 `tools.fs.workspaceOnly: true`를 설정하고, 개인 계정은 연결하지 말고, 보낼 수 있는 사람을 지정하십시오(`dmPolicy: "pairing"`, `groupPolicy: "allowlist"`).',
      contained: '여러 사람이 쓰는 정황: `{paths}`. 호스트에 접근하는 에이전트는 없습니다.',
      exposed: '여러 사람이 쓰는 정황: `{paths}`. 이들이 쓸 수 있는 것: `{contexts}`.',
    },
  },
  examples: {
    bad: [
      { config: '{channels: {telegram: {groupPolicy: "open"}}}', offending: '"open"' },
      '{channels: {whatsapp: {dmPolicy: "open", allowFrom: ["*"]}}}',
      '{channels: {googlechat: {dm: {policy: "open", allowFrom: ["*"]}}}}',
      '{channels: {discord: {guilds: {"1": {}}}}}',
      '{channels: {slack: {channels: {C1: {}}}}}',
      '{channels: {telegram: {groups: {"-1": {}, "-2": {}}}}}',
      '{channels: {telegram: {accounts: {a: {dmPolicy: "open", allowFrom: ["*"]}}}}, tools: {profile: "messaging"}}',
      { config: '{channels: {telegram: {groups: {"-1": {}}}}}', compat: true },
      { config: '{channels: {irc: {channels: ["#a"]}}}', compat: true },
    ],
    good: [
      '{}',
      '{channels: {telegram: {allowFrom: ["1", "2", "3"]}}}',
      '{channels: {telegram: {groups: {}}}}',
      '{channels: {telegram: {groups: {"-1": {}}}}}',
      '{channels: {telegram: {groups: {"-1": {}, "-2": {}}, groupAllowFrom: ["1"]}}}',
      '{channels: {irc: {channels: ["#a", "#b"]}}}',
      '{channels: {discord: {guilds: {"1": {users: ["123"]}}}}}',
      '{channels: {telegram: {enabled: false, groupPolicy: "open"}}}',
    ],
  },
  departures: {
    real_signs: {
      reference:
        'Warns for a single allow-listed group, for the list of IRC channels to join, and for channels that are disabled.',
      why: 'None of these lets a second person in: listed groups count when their members may talk to the agent or when there are several of them.',
      source: 'https://github.com/openclaw/openclaw/issues/26859',
    },
    also_allow: {
      reference: 'Leaves `alsoAllow` out when a tool profile is set.',
      why: 'OpenClaw adds `alsoAllow` to the profile.',
      source: 'OpenClaw 2026.2.24, observed',
    },
  },
  *run({ config, exposure }, report, departs) {
    const signs = departs('real_signs') ? exposure.shared : exposure.sharedByReference;
    const risky = departs('also_allow') ? exposure.risky : exposure.riskyByReference;
    if (signs.length === 0) return;
    const paths = signs.map(({ path }) => path);
    const places = signs.map(({ route }) => config.at(...route));
    if (risky.length === 0) yield report('contained', { paths }, places);
    else yield report('exposed', { paths, contexts: describeContexts(risky) }, places);
  },
});
