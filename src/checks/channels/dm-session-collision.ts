import { sharedSessions } from '../../posture/channels/shared-sessions.ts';
import { defineCheck } from '../define.ts';
import { accountsOf, distinctPlaces, LIVE_ACCOUNTS } from './accounts.ts';

const TWO = '{ channels: { telegram: { botToken: "1:x", allowFrom: ["1", "2"] } } }';

export default defineCheck({
  id: 'channels.dm.session_collision.{accounts}.{n}',
  severity: 'warn',
  needs: ['channels', 'config', 'agents'],
  when: [['channels']],
  refs: ['CWE-668', 'ASI06'],
  text: {
    en: {
      title: 'Direct messages of several people go into one conversation',
      why: "Everyone who may write continues the same session: one person can ask for what another one said, and can plant instructions that act in the other one's name.",
      remedy:
        'Set `session.dmScope` to `per-channel-peer` (with several accounts of one channel to `per-account-channel-peer`), and name identities of one person in `session.identityLinks`.',
      several: '{people} people share one conversation of agent `{agent}` over {names}',
      everyone: 'Everyone who may write over {names} shares one conversation of agent `{agent}`',
    },
    ko: {
      title: '여러 사람의 DM이 하나의 대화로 들어갑니다',
      why: '메시지를 보낼 수 있는 모든 사람이 같은 세션을 이어 쓰므로, 한 사람이 다른 사람의 대화 내용을 물어보거나 다른 사람의 이름으로 실행될 지시를 심을 수 있습니다.',
      remedy:
        '`session.dmScope` 값을 `per-channel-peer`(한 채널에 계정이 여럿이면 `per-account-channel-peer`)로 설정하고, 한 사람의 여러 ID는 `session.identityLinks`에 적으십시오.',
      several: '{people}명이 {names}에서 에이전트 `{agent}`의 대화 하나를 공유합니다',
      everyone:
        '{names}에 메시지를 보낼 수 있는 모든 사람이 에이전트 `{agent}`의 대화 하나를 공유합니다',
    },
  },
  departures: { ...LIVE_ACCOUNTS },
  examples: {
    bad: [
      { config: TWO, openclawVersion: '2026.9.6', offending: '["1", "2"]' },
      {
        config: `{ session: { dmScope: "main" }, channels: {
          telegram: { botToken: "1:x", dmPolicy: "open", allowFrom: ["*"] } } }`,
        openclawVersion: '2026.9.6',
        offending: '"main"',
        compat: true,
      },
      // The same sender over two accounts cannot be told to be the same.
      {
        config: `{ channels: { telegram: { botToken: "1:x", allowFrom: ["1"] },
          signal: { account: "+15550001111", allowFrom: ["+15550002222"] } } }`,
        openclawVersion: '2026.9.6',
      },
      // Kept apart by sender, but not by account.
      {
        config: `{ session: { dmScope: "per-peer" }, channels: {
          telegram: { botToken: "1:x", dmPolicy: "open", allowFrom: ["*"] },
          discord: { token: "x", allowFrom: ["5"] } } }`,
        openclawVersion: '2026.9.6',
      },
    ],
    good: [
      {
        config: '{ channels: { telegram: { botToken: "1:x", allowFrom: ["1", "tg:1"] } } }',
        openclawVersion: '2026.9.6',
      },
      {
        config: `{ session: { dmScope: "per-channel-peer" },
          channels: { telegram: { botToken: "1:x", allowFrom: ["1", "2"] } } }`,
        openclawVersion: '2026.9.6',
      },
      {
        config: `{ session: { identityLinks: { mina: ["telegram:1", "signal:15550002222"] } }, channels: {
          telegram: { botToken: "1:x", allowFrom: ["1"] },
          signal: { account: "+15550001111", allowFrom: ["+15550002222"] } } }`,
        openclawVersion: '2026.9.6',
      },
      // Each account has an agent of its own.
      {
        config: `{ agents: { ownership: "explicit", entries: { a: {}, b: {} } },
          bindings: [{ agentId: "a", match: { channel: "telegram" } },
            { agentId: "b", match: { channel: "signal", accountId: "*" } }],
          channels: { telegram: { botToken: "1:x", allowFrom: ["1"] },
            signal: { account: "+15550001111", allowFrom: ["+15550002222"] } } }`,
        openclawVersion: '2026.9.6',
      },
      TWO,
    ],
  },
  *run({ channels, config, agents }, report, departs) {
    let n = 0;
    for (const session of sharedSessions({ config, agents }, accountsOf(channels, departs))) {
      n += 1;
      const { accounts, agent, everyone, people } = session;
      const args = {
        accounts: accounts.map(({ channel, id }) => `${channel}:${id}`).join('_'),
        n,
        agent,
        people,
        names: accounts.map(({ label }) => `\`${label}\``),
      };
      const at = distinctPlaces([
        ...(config.has('session', 'dmScope') ? [config.at('session', 'dmScope')] : []),
        ...accounts.map(({ dm }) => config.at(...dm.allowFromRoute)),
      ]);
      yield report(everyone ? 'everyone' : 'several', args, at);
    }
  },
});
