import { defineRule } from '../../rule.ts';

/** The machine works for a mining pool. */
export const hiddenMiner = defineRule({
  id: 'hidden-miner',
  severity: 'critical',
  confidence: 'likely',
  refs: ['CWE-506', 'CWE-400'],
  text: {
    en: {
      title: 'A mining pool is connected to',
      why: 'The machine computes for somebody else, at your cost.',
      check: 'It is honest only if the skill says that it mines, and for whom.',
      pool: '`{call}` is given the address of a mining pool.',
    },
    ko: {
      title: '채굴 풀에 연결합니다',
      why: '여러분의 비용으로 다른 사람을 위해 계산합니다.',
      check: '스킬이 채굴한다고, 누구를 위해 채굴하는지 밝힌 경우에만 정상입니다.',
      pool: '`{call}`에 채굴 풀의 주소를 줍니다.',
    },
  },
});
