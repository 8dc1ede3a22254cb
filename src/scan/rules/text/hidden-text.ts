import { defineRule } from '../../rule.ts';

/** Text that people do not see and agents read. */
export const hiddenText = defineRule({
  id: 'hidden-text',
  severity: 'warn',
  confidence: 'likely',
  refs: ['CWE-1007', 'CWE-451', 'ASI01'],
  text: {
    en: {
      title: 'Text is hidden from people',
      why: 'A reader sees nothing where an agent reads orders.',
      check:
        'Show the file with its invisible characters (`cat -v`), or as source instead of rendered.',
      tags: 'Invisible characters spell: “{text}”.',
      invisible: '{count} invisible characters in a row.',
      direction: 'Characters that turn the direction of reading: what is seen is not what is read.',
      comment: 'A comment that is not rendered speaks to the agent.',
      distance: '{count} blank lines or blanks push text out of sight.',
    },
    ko: {
      title: '사람이 볼 수 없는 텍스트가 있습니다',
      why: '읽는 사람에게는 아무것도 보이지 않지만 에이전트는 지시를 읽습니다.',
      check: '보이지 않는 문자를 표시하거나(`cat -v`) 렌더링하지 않은 원본으로 확인하십시오.',
      tags: '보이지 않는 문자로 쓰인 내용: “{text}”.',
      invisible: '보이지 않는 문자가 {count}개 이어집니다.',
      direction: '읽는 방향을 바꾸는 문자가 있습니다. 보이는 것과 실제 내용이 다릅니다.',
      comment: '렌더링되지 않는 주석이 에이전트에게 말합니다.',
      distance: '빈 줄이나 공백 {count}개로 텍스트를 보이지 않는 곳으로 밀어냅니다.',
    },
  },
});
