import { defineRule } from '../../rule.ts';

/** Something is written where it starts by itself, or tells an agent what to do. */
export const persistence = defineRule({
  id: 'persistence',
  severity: 'critical',
  confidence: 'likely',
  refs: ['CWE-506', 'CWE-912', 'ASI06'],
  text: {
    en: {
      title: 'Something is planted that outlives the skill or plugin',
      why: 'What is written there starts by itself, or is obeyed by every later session, also after the skill or plugin was removed.',
      check: 'Read what is written, and whether the user is asked first.',
      starts: '`{path}` is written through `{call}`: it starts by itself.',
      steers: '`{path}` is written through `{call}`: agents obey what stands there.',
      opens: '`{path}` is written through `{call}`: it decides what the gateway allows.',
    },
    ko: {
      title: '스킬이나 플러그인을 지워도 남는 것을 심습니다',
      why: '그곳에 쓴 내용은 스스로 시작되거나 이후의 모든 세션이 따르게 됩니다. 스킬이나 플러그인을 삭제해도 마찬가지입니다.',
      check: '무엇을 쓰는지, 사용자에게 먼저 묻는지 읽어 보십시오.',
      starts: '`{call}`이(가) `{path}`에 씁니다. 이 파일은 스스로 실행됩니다.',
      steers: '`{call}`이(가) `{path}`에 씁니다. 에이전트는 이 파일의 내용을 따릅니다.',
      opens: '`{call}`이(가) `{path}`에 씁니다. 이 파일이 게이트웨이의 허용 범위를 정합니다.',
    },
  },
});
