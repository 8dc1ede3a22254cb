import { defineRule } from '../../rule.ts';

/** Something has to be downloaded from a stranger before the skill is said to work. */
export const requiredDownload = defineRule({
  id: 'required-download',
  severity: 'critical',
  confidence: 'likely',
  refs: ['CWE-494', 'ASI04', 'ASI09'],
  text: {
    en: {
      title: 'A program from elsewhere is made a condition',
      why: 'A skill is complete in itself or names packages of a registry. A download that is said to be required is how malware was spread through skills.',
      check: 'Look whether the skill does anything that needs the program, and who publishes it.',
      program: '`{address}` is said to be needed, and is to be run.',
      'look-alike':
        '`{address}` bears the name of OpenClaw, is not its own, and offers something to install.',
      alone:
        '`{address}` is called like a program of OpenClaw, is not its own, and stands here without a word.',
    },
    ko: {
      title: '다른 곳의 프로그램을 조건으로 내겁니다',
      why: '스킬은 그 자체로 완전하거나 레지스트리의 패키지를 지정합니다. 필수라는 다운로드는 스킬로 악성 코드를 퍼뜨린 방법입니다.',
      check: '스킬이 실제로 그 프로그램을 필요로 하는지, 누가 배포하는지 확인하십시오.',
      program: '`{address}`이(가) 필요하다며 실행하라고 합니다.',
      'look-alike':
        '`{address}`은(는) OpenClaw의 이름을 달았지만 OpenClaw의 것이 아니며, 설치할 것을 제공합니다.',
      alone:
        '`{address}`은(는) OpenClaw의 프로그램 이름을 달았지만 OpenClaw의 것이 아니며, 아무 설명 없이 놓여 있습니다.',
    },
  },
});
