import { defineRule } from '../../rule.ts';

/** A file or folder is opened to every user, or runs with another's rights. */
export const openedPermissions = defineRule({
  id: 'opened-permissions',
  severity: 'warn',
  confidence: 'likely',
  refs: ['CWE-732', 'CWE-250'],
  text: {
    en: {
      title: 'Files are opened to every user of the machine',
      why: 'Any other user can then replace what lies there, and what an agent or administrator runs from it.',
      check: 'See whether a narrower mode (700, 755) would do; it nearly always does.',
      opened: '`{path}` can be changed by everyone, or runs with the rights of its owner.',
    },
    ko: {
      title: '이 컴퓨터의 모든 사용자에게 파일을 엽니다',
      why: '다른 사용자가 그곳의 내용과, 에이전트나 관리자가 그곳에서 실행하는 것을 바꿀 수 있습니다.',
      check: '더 좁은 권한(700, 755)으로 충분한지 확인하십시오. 거의 항상 충분합니다.',
      opened: '누구나 `{path}`을(를) 바꿀 수 있거나, 소유자의 권한으로 실행됩니다.',
    },
  },
});
