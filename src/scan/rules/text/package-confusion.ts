import { defineRule } from '../../rule.ts';

/** A package is run at once whose name can belong to anybody. */
export const packageConfusion = defineRule({
  id: 'package-confusion',
  severity: 'warn',
  confidence: 'likely',
  refs: ['CWE-427', 'CWE-829', 'ASI04'],
  text: {
    en: {
      title: 'A package is run that may be somebody else’s',
      why: 'A name without an owner is taken from the public registry, whoever published it there.',
      check:
        'Look the package up in the registry: who publishes it, since when, and with which source.',
      internal: '`{name}` is called internal, and is fetched from the public registry.',
      'look-alike':
        '`{name}` bears the name of OpenClaw, is not one of its packages, and is run without asking.',
    },
    ko: {
      title: '다른 사람의 것일 수 있는 패키지를 실행합니다',
      why: '소유자가 없는 이름은 누가 게시했든 공개 레지스트리에서 가져옵니다.',
      check: '레지스트리에서 누가 언제부터 어떤 소스로 게시했는지 확인하십시오.',
      internal: '`{name}`은(는) 내부 패키지라고 하지만 공개 레지스트리에서 가져옵니다.',
      'look-alike':
        '`{name}`은(는) OpenClaw의 이름을 달았지만 OpenClaw의 패키지가 아니며, 묻지 않고 실행합니다.',
    },
  },
});
