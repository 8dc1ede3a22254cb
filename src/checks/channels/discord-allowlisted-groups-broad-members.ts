import { formatRoute } from '../../document/route.ts';
import { broadTargets } from '../../posture/channels/discord-guilds.ts';
import { defineCheck } from '../define.ts';
import { accountsOf, LIVE_ACCOUNTS } from './accounts.ts';

export default defineCheck({
  id: 'channels.discord.allowlisted_groups.broad_members',
  severity: 'warn',
  needs: ['channels', 'config'],
  when: [['channels', 'discord']],
  refs: ['CWE-284', 'ASI02'],
  text: {
    en: {
      title: 'Allowed Discord servers answer every member',
      why: 'Naming a server or channel says where the agent answers, not whom: everyone who is in it, or joins later, can give the agent orders.',
      remedy:
        'List the people you mean in `users`, or the roles in `roles`, of each of these servers and channels.',
      broad: 'No list of people or roles limits who is answered in {count}: {paths}',
    },
    ko: {
      title: '허용된 Discord 서버에서 모든 구성원에게 답합니다',
      why: '서버나 채널을 지정하는 것은 답할 장소를 정할 뿐 상대를 정하지 않습니다. 그곳에 있거나 나중에 들어오는 누구나 에이전트에게 지시할 수 있습니다.',
      remedy: '해당 서버와 채널마다 허용할 사람을 `users`에, 또는 역할을 `roles`에 나열하십시오.',
      broad: '답할 사람이나 역할을 제한하는 목록이 없는 곳이 {count}개 있습니다: {paths}',
    },
  },
  departures: {
    ...LIVE_ACCOUNTS,
    one_policy: {
      reference:
        'Takes a `groupPolicy` that is not written for `allowlist` here and for `open` in `channels.discord.groups.open`, and reports both.',
      why: 'The gateway takes it for `open`; that is reported, and what is open has no allowed servers.',
      source: 'OpenClaw 2026.9.6, observed',
    },
  },
  examples: {
    bad: [
      {
        config:
          '{ channels: { discord: { token: "x", groupPolicy: "allowlist", guilds: { "1": {} } } } }',
        openclawVersion: '2026.9.6',
        offending: '{}',
      },
      {
        config:
          '{ channels: { discord: { token: "x", groupPolicy: "allowlist", guilds: { "1": { users: ["5"], channels: { c: { users: ["*"] }, d: {} } } } } } }',
        openclawVersion: '2026.9.6',
        offending: '{ users: ["*"] }',
      },
      {
        config: '{ channels: { discord: { token: "x", guilds: { "1": {} } } } }',
        openclawVersion: '2026.9.6',
        compat: true,
      },
    ],
    good: [
      {
        config:
          '{ channels: { discord: { token: "x", groupPolicy: "allowlist", guilds: { "1": { roles: ["7"] } } } } }',
        openclawVersion: '2026.9.6',
      },
      {
        config:
          '{ channels: { discord: { token: "x", groupPolicy: "allowlist", guilds: { "1": { channels: { c: { enabled: false }, d: { users: ["5"] } } } } } } }',
        openclawVersion: '2026.9.6',
      },
      {
        config: '{ channels: { discord: { token: "x", guilds: { "1": {} } } } }',
        openclawVersion: '2026.9.6',
      },
    ],
  },
  *run({ channels, config }, report, departs) {
    for (const account of accountsOf(channels, departs, 'discord')) {
      const { groups, index } = account;
      const unset = !departs('one_policy') && !config.has(...groups.route);
      if (!unset && groups.policy !== 'allowlist') continue;
      const broad = broadTargets(account);
      if (broad.length === 0) continue;
      const args = {
        count: broad.length,
        paths: broad.map((route) => `\`${formatRoute(route)}\``),
      };
      const at = broad.map((route) => config.at(...route));
      yield report('broad', args, at, { subject: index });
    }
  },
});
