import { formatRoute } from '../../document/route.ts';
import type { ChannelAccount } from '../../posture/channels/account.ts';
import { defineCheck } from '../define.ts';
import { accountsOf, LIVE_ACCOUNTS } from './accounts.ts';

export default defineCheck({
  id: 'channels.{channel}.warning.{n}',
  severity: 'critical',
  needs: ['channels', 'config'],
  when: [['channels']],
  fix: 'open_groups',
  refs: ['CWE-284', 'ASI02'],
  text: {
    en: {
      title: 'Risky setting of a channel: `{path}`',
      why: 'What comes in over a channel steers the agent: people you never chose may write to it, or someone on the way may read and change what they write.',
      group_policy_open:
        '`{path}` is `open`: every member of every group, room or channel that `{account}` is in can give the agent orders',
      dm_open: '`{path}` is `open`: everyone who can write to `{account}` talks to the agent',
      tls_off: '`{path}` is `false`: `{account}` sends its messages and its password in the clear',
      nickserv_register:
        '`{path}` is `true`: `{account}` registers its nickname again each time it connects',
      nickserv_no_password:
        '`{path}` is not set: `{account}` registers its nickname without a password of its own',
      token_missing:
        '`{path}` is not set: `{account}` cannot tell calls of your Synology Chat from calls of a stranger',
      incoming_url_missing: '`{path}` is not set: `{account}` cannot answer',
      webhook_url_missing:
        '`{path}` is not set: `{account}` does not know its own public address, and cannot send attachments',
      auto_join:
        '`{path}` is `always`: `{account}` joins every room that anyone invites it to, direct messages included',
      tls_verification_off:
        '`{path}` is `true`: `{account}` accepts any certificate, so anyone on the way can pose as your server',
      allowlist_empty:
        '`{path}` is empty while the DM policy of `{account}` is `allowlist`: nobody is let in',
      fix_group_policy_open:
        'Set `{path}` to `allowlist` and list the groups and senders that you mean.',
      fix_dm_open: 'Set `{path}` to `allowlist` (or `pairing` where the channel has it).',
      fix_tls_off: 'Set `{path}` to `true` and use the TLS port of the server (usually 6697).',
      fix_nickserv_register: 'Remove `{path}` once the nickname is registered.',
      fix_nickserv_no_password: 'Set `{path}`, then restart the gateway.',
      fix_token_missing: 'Set `{path}` to the token of the outgoing webhook.',
      fix_incoming_url_missing: 'Set `{path}` to the address of the incoming webhook.',
      fix_webhook_url_missing:
        'Set `{path}` to the HTTPS address that Synology Chat has as outgoing webhook.',
      fix_auto_join:
        'Set `{path}` to `allowlist` and list the rooms you mean in `autoJoinAllowlist`, or to `off`.',
      fix_tls_verification_off:
        'Set `{path}` to `false` and give the server a certificate that the host trusts.',
      fix_allowlist_empty: 'List the user ids that may write to the agent in `{path}`.',
    },
    ko: {
      title: '위험한 채널 설정: `{path}`',
      why: '채널로 들어오는 내용이 에이전트를 움직입니다. 선택하지 않은 사람이 메시지를 보낼 수 있거나, 중간에서 누군가 메시지를 읽고 바꿀 수 있습니다.',
      group_policy_open:
        '`{path}` 값이 `open`입니다. `{account}` 계정이 속한 모든 그룹, 방, 채널의 모든 구성원이 에이전트에게 지시할 수 있습니다',
      dm_open:
        '`{path}` 값이 `open`입니다. `{account}`에 메시지를 보낼 수 있는 누구나 에이전트와 대화합니다',
      tls_off: '`{path}` 값이 `false`입니다. `{account}`의 메시지와 비밀번호가 평문으로 전송됩니다',
      nickserv_register:
        '`{path}` 값이 `true`입니다. `{account}` 계정이 연결할 때마다 닉네임을 다시 등록합니다',
      nickserv_no_password:
        '`{path}` 값이 없습니다. `{account}` 계정이 자체 비밀번호 없이 닉네임을 등록합니다',
      token_missing:
        '`{path}` 값이 없습니다. `{account}` 계정은 사용자의 Synology Chat 호출과 외부인의 호출을 구별할 수 없습니다',
      incoming_url_missing: '`{path}` 값이 없습니다. `{account}` 계정은 응답할 수 없습니다',
      webhook_url_missing:
        '`{path}` 값이 없습니다. `{account}` 계정이 자신의 공개 주소를 몰라 첨부 파일을 보낼 수 없습니다',
      auto_join:
        '`{path}` 값이 `always`입니다. `{account}` 계정이 DM을 포함해 누구의 초대든 받은 모든 방에 들어갑니다',
      tls_verification_off:
        '`{path}` 값이 `true`입니다. `{account}` 계정이 어떤 인증서든 받아들이므로 중간의 누구든 서버로 가장할 수 있습니다',
      allowlist_empty:
        '`{account}`의 DM 정책은 `allowlist`인데 `{path}` 값이 비어 있습니다. 아무도 통과하지 못합니다',
      fix_group_policy_open:
        '`{path}` 값을 `allowlist`로 바꾸고 허용할 그룹과 발신자를 나열하십시오.',
      fix_dm_open: '`{path}` 값을 `allowlist`(채널이 지원하면 `pairing`)로 바꾸십시오.',
      fix_tls_off: '`{path}` 값을 `true`로 바꾸고 서버의 TLS 포트(보통 6697)를 사용하십시오.',
      fix_nickserv_register: '닉네임이 등록된 뒤에는 `{path}` 설정을 제거하십시오.',
      fix_nickserv_no_password: '`{path}` 값을 설정한 뒤 게이트웨이를 다시 시작하십시오.',
      fix_token_missing: '`{path}` 값을 outgoing webhook의 토큰으로 설정하십시오.',
      fix_incoming_url_missing: '`{path}` 값을 incoming webhook의 주소로 설정하십시오.',
      fix_webhook_url_missing:
        '`{path}` 값을 Synology Chat의 outgoing webhook에 적은 HTTPS 주소로 설정하십시오.',
      fix_auto_join:
        '`{path}` 값을 `allowlist`로 바꾸고 허용할 방을 `autoJoinAllowlist`에 나열하거나 `off`로 설정하십시오.',
      fix_tls_verification_off:
        '`{path}` 값을 `false`로 바꾸고 호스트가 신뢰하는 인증서를 서버에 설치하십시오.',
      fix_allowlist_empty:
        '`{path}`에 에이전트에게 메시지를 보낼 수 있는 사용자 ID를 나열하십시오.',
    },
  },
  departures: {
    ...LIVE_ACCOUNTS,
    stable_name: {
      reference: 'Ends the id in a running number over all findings of channels.',
      why: 'The number changes when any other finding comes or goes, so it cannot be suppressed or followed. Here the id ends in the name of the setting that is wrong.',
      source: 'OpenClaw 2026.2.24, observed',
    },
    true_level: {
      reference:
        'Derives the severity from words of its own text: IRC without TLS and unchecked certificates are info, an allowlist that admits nobody is critical.',
      why: 'Traffic in the clear and unchecked certificates let others read and write messages (warn); an empty allowlist lets nobody in (info).',
      source: 'OpenClaw 2026.2.24, observed',
    },
  },
  examples: {
    bad: [
      {
        config: '{ channels: { telegram: { botToken: "1:x", groupPolicy: "open" } } }',
        offending: '"open"',
      },
      '{ channels: { defaults: { groupPolicy: "open" }, mattermost: { botToken: "t", baseUrl: "https://mm.example" } } }',
      '{ channels: { zalo: { botToken: "t" } } }',
      {
        config: '{ channels: { irc: { host: "h", nick: "n", tls: false } } }',
        severity: 'warn',
        offending: 'false',
      },
      {
        config: '{ channels: { irc: { enabled: true, host: "h", nick: "n", tls: false } } }',
        severity: 'info',
        compat: true,
      },
      {
        config:
          '{ channels: { "synology-chat": { token: "t", incomingUrl: "https://nas.example/w" } } }',
        severity: 'info',
      },
      {
        config: `{ plugins: { entries: { "synology-chat": { enabled: true } } }, channels: {
          "synology-chat": { token: "t", incomingUrl: "https://nas.example/w" } } }`,
        severity: 'critical',
        compat: true,
      },
      {
        config: '{ channels: { matrix: { homeserver: "https://m.example", autoJoin: "always" } } }',
        openclawVersion: '2026.9.6',
        severity: 'warn',
        offending: '"always"',
      },
      {
        config: '{ channels: { irc: { host: "h", nick: "n", tls: false } } }',
        openclawVersion: '2026.9.6',
        severity: 'warn',
        compat: true,
      },
    ],
    good: [
      '{ channels: { telegram: { botToken: "1:x" } } }',
      '{ channels: { irc: { host: "h", nick: "n" } } }',
      // What the channel says, and what all channels say, does not reach this account.
      `{ channels: { defaults: { groupPolicy: "open" },
        discord: { groupPolicy: "open", accounts: { a: { token: "x" } } } } }`,
      `{ channels: { discord: { accounts: {
        a: { enabled: false, token: "x", groupPolicy: "open" } } } } }`,
      {
        config: '{ channels: { telegram: { botToken: "1:x", groupPolicy: "open" } } }',
        compat: true,
      },
      // Later releases have a checkId for it.
      {
        config: '{ channels: { telegram: { botToken: "1:x", groupPolicy: "open" } } }',
        openclawVersion: '2026.9.6',
      },
    ],
  },
  *run({ channels, config }, report, departs) {
    for (const account of accountsOf(channels, departs))
      for (const { kind, route, severity, severityByReference } of account.warnings) {
        const args = argsOf(account, kind, formatRoute(route));
        yield report(kind, args, config.at(...route), {
          severity: departs('true_level') ? severity : severityByReference,
          subject: account.index,
          remedy: `fix_${kind}`,
        });
      }
  },
});

const argsOf = (account: ChannelAccount, n: string, path: string) => ({
  channel: account.channel,
  n,
  path,
  account: account.label,
});
