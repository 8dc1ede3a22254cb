import { defineRule } from '../../rule.ts';

/** A text asks an agent for something that does not serve its user. */
export const agentSteering = defineRule({
  id: 'agent-steering',
  severity: 'warn',
  confidence: 'likely',
  refs: ['CWE-1427', 'ASI01', 'ASI09'],
  text: {
    en: {
      title: 'The text steers the agent past its user',
      why: 'An agent obeys what a skill says. Orders like this work against, or behind the back of, whoever it serves.',
      check: 'Read the whole paragraph, and ask whether the purpose of the skill needs it.',
      override: 'It tells the agent to drop the instructions it has.',
      hide: 'It tells the agent to keep something from its user.',
      unguard: 'It asks for approvals, sandbox or safety checks to be switched off.',
      'fetch-orders': 'It tells the agent to obey what an address says at the time.',
      errand: 'It makes every task run something that has nothing to do with the task.',
      forward: 'It has data sent to an address that the user did not choose.',
      collect: 'It has credentials or private files collected and sent.',
      'ask-secret':
        'It has the user hand over the key to a wallet or an account, and sends it away.',
      bias: 'It has results slanted without the reader being told.',
      weaken: 'It has security measures left out or holes left open.',
      destroy: 'It has data deleted that the user did not ask to delete.',
      'disregard-user': 'It puts itself above what the user says.',
      remember: 'It has something written where every later session reads it.',
    },
    ko: {
      title: '에이전트가 사용자를 따르지 않도록 유도합니다',
      why: '에이전트는 스킬에 적힌 대로 행동합니다. 이런 지시는 사용자에게 반하거나 사용자 몰래 이루어집니다.',
      check: '문단 전체를 읽고, 스킬의 목적에 필요한 지시인지 생각해 보십시오.',
      override: '에이전트가 가진 지시를 버리라고 합니다.',
      hide: '사용자에게 무언가를 숨기라고 합니다.',
      unguard: '승인, 샌드박스, 안전 검사를 끄라고 합니다.',
      'fetch-orders': '어떤 주소가 그때그때 말하는 대로 따르라고 합니다.',
      errand: '작업과 관계없는 것을 매번 실행하게 합니다.',
      forward: '사용자가 고르지 않은 주소로 데이터를 보내게 합니다.',
      collect: '자격 증명이나 개인 파일을 모아 보내게 합니다.',
      'ask-secret': '사용자에게 지갑이나 계정의 열쇠를 달라고 하여 외부로 보냅니다.',
      bias: '읽는 사람에게 알리지 않고 결과를 한쪽으로 기울게 합니다.',
      weaken: '보안 조치를 빼거나 구멍을 남기게 합니다.',
      destroy: '사용자가 지우라고 하지 않은 데이터를 지우게 합니다.',
      'disregard-user': '사용자의 말보다 자신을 앞세웁니다.',
      remember: '이후의 모든 세션이 읽는 곳에 무언가를 쓰게 합니다.',
    },
  },
});
