import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'live.discloses',
  severity: 'info',
  needs: ['config', 'live'],
  refs: ['CWE-209'],
  text: {
    en: {
      title: 'The running gateway says more than it needs to',
      why: 'Stack traces and paths of files tell a stranger which software runs here, where, and under whose name.',
      remedy: 'Update OpenClaw and its Node.js; do not let this port be reached from outside.',
      says: '`{url}` gives away, without a credential: {what}.',
    },
    ko: {
      title: '실행 중인 게이트웨이가 필요 이상으로 알려 줍니다',
      why: '스택 추적과 파일 경로는 어떤 소프트웨어가 어디에서 누구의 이름으로 실행되는지 모르는 사람에게 알려 줍니다.',
      remedy: 'OpenClaw와 Node.js를 업데이트하고, 이 포트에 외부에서 닿지 못하게 하십시오.',
      says: '`{url}`에서 인증 정보 없이 드러나는 것: {what}.',
    },
  },
  examples: {
    bad: [{ live: { disclosures: [{ id: 'browser_control', what: 'stack_trace' }] } }],
    good: [{ live: { disclosures: [] } }],
  },
  *run({ config, live }, report) {
    const disclosures = live.disclosures();
    for (const id of new Set(disclosures.map((entry) => entry.id))) {
      const what = disclosures.filter((entry) => entry.id === id).map((entry) => entry.what);
      const names = what.map((name) => name.replace('_', ' '));
      yield report('says', { url: live.url(id), what: names }, config.at('gateway'));
    }
  },
});
