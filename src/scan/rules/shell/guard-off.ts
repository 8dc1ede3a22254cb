import { defineRule } from '../../rule.ts';

/** A protection of the machine or of the agent is switched off. */
export const guardOff = defineRule({
  id: 'guard-off',
  severity: 'warn',
  confidence: 'likely',
  refs: ['CWE-693', 'ASI05'],
  text: {
    en: {
      title: 'A protection is switched off',
      why: 'What comes afterwards is no longer stopped, asked about or looked at. Malware asks for exactly this before it is installed.',
      check:
        'Ask what would be stopped otherwise. An honest program is signed, or its source is there to be built.',
      off: '{guard} is switched off, or told to look away.',
    },
    ko: {
      title: '보호 기능을 끕니다',
      why: '그다음에 일어나는 일은 막히지도, 확인받지도, 검사되지도 않습니다. 악성 코드는 설치되기 전에 바로 이것을 요구합니다.',
      check:
        '끄지 않으면 무엇이 막히는지 확인하십시오. 정상적인 프로그램은 서명되어 있거나 직접 빌드할 수 있는 소스가 있습니다.',
      off: '{guard}을(를) 끄거나 검사에서 제외합니다.',
    },
  },
});
