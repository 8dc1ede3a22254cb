import { defineRule } from '../../rule.ts';

/** What cannot be brought back is destroyed, or traces are wiped. */
export const destructiveCommand = defineRule({
  id: 'destructive-command',
  severity: 'warn',
  confidence: 'likely',
  refs: ['CWE-506', 'ASI02'],
  text: {
    en: {
      title: 'Something precious is destroyed',
      why: 'An agent that runs this loses the data of its user, or the records that would show what happened.',
      check: 'See when the command runs, and whether it can be given any other path.',
      deletes: '`{path}` is deleted with all that is in it.',
      overwrites: '`{call}` overwrites a whole disk.',
    },
    ko: {
      title: '중요한 것을 파괴합니다',
      why: '이것을 실행하면 사용자의 데이터나 무슨 일이 있었는지 보여 줄 기록이 사라집니다.',
      check: '이 명령이 언제 실행되는지, 다른 경로를 줄 수 있는지 확인하십시오.',
      deletes: '`{path}`을(를) 그 안의 모든 것과 함께 삭제합니다.',
      overwrites: '`{call}`이(가) 디스크 전체를 덮어씁니다.',
    },
  },
});
