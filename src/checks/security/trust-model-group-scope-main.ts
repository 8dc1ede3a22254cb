import { formatRoute } from '../../document/route.ts';
import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'security.trust_model.group_scope_main',
  severity: 'warn',
  needs: ['config', 'trust'],
  when: [['session'], ['bindings']],
  refs: ['CWE-653'],
  text: {
    en: {
      title: 'Groups talk in the main session',
      why: 'What you said in private is in front of everyone in the group, and what they say is taken as said by you.',
      remedy: 'Set `session.groupScope` to `per-group` at each place shown.',
      main: 'Group conversations are led into the main session by `{paths}`.',
    },
    ko: {
      title: '그룹 대화가 기본 세션에서 이루어집니다',
      why: '비공개로 나눈 말이 그룹 모두에게 드러나고, 그들이 한 말이 본인의 말로 취급됩니다.',
      remedy: '표시된 위치의 `session.groupScope`를 `per-group`으로 설정합니다.',
      main: '그룹 대화가 기본 세션으로 들어가는 설정: `{paths}`.',
    },
  },
  examples: {
    bad: [
      {
        config: '{ session: { groupScope: "main" } }',
        offending: '"main"',
        openclawVersion: '2026.9.6',
      },
    ],
    good: [{ config: '{ session: { groupScope: "per-group" } }', openclawVersion: '2026.9.6' }],
  },
  *run({ config, trust: { groupsInMain } }, report) {
    if (groupsInMain.length === 0) return;
    const at = groupsInMain.map((route) => config.at(...route));
    yield report('main', { paths: groupsInMain.map(formatRoute) }, at);
  },
});
