import { defineRule } from '../../rule.ts';

export const sameName = defineRule({
  id: 'same-name',
  severity: 'info',
  confidence: 'certain',
  refs: ['CWE-694', 'ASI04'],
  text: {
    en: {
      title: 'Several different skills or plugins have the same name',
      why: 'Only one of a name is loaded. Whoever can add one in a place of higher precedence replaces the other without a trace.',
      check: 'Compare the folders named here, and keep the one you meant to install.',
      bundled:
        '`{name}` takes the place of the skill that comes with OpenClaw (`{others}`), and differs from it.',
      twice: '`{name}` is also the name of what lies in `{others}`, and differs from it.',
    },
    ko: {
      title: '이름이 같은 서로 다른 스킬이나 플러그인이 있습니다',
      why: '한 이름에는 하나만 로드됩니다. 우선순위가 더 높은 위치에 추가할 수 있는 사람은 흔적 없이 다른 것을 대체할 수 있습니다.',
      check: '여기 표시된 폴더를 비교하고, 설치하려던 것만 남기십시오.',
      bundled: '`{name}`이(가) OpenClaw에 포함된 스킬(`{others}`)을 대신하며 내용은 다릅니다.',
      twice: '`{others}`에 있는 것의 이름도 `{name}`이며 내용은 다릅니다.',
    },
  },
});
