import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'live.control_ui_headers',
  severity: 'info',
  needs: ['config', 'live'],
  refs: ['CWE-1021', 'CWE-693'],
  text: {
    en: {
      title: 'The Control UI is served without some security headers',
      why: 'Without them another site can show the page in a frame of its own and have the owner click in it, or a script that gets into the page has free play.',
      remedy:
        'Update OpenClaw; if a reverse proxy stands before the gateway, see that it does not take these headers away.',
      lacks: '`{url}` is served without: {headers}.',
    },
    ko: {
      title: 'Control UI가 일부 보안 헤더 없이 제공됩니다',
      why: '이 헤더가 없으면 다른 사이트가 페이지를 프레임에 넣어 소유자가 클릭하게 만들거나, 페이지에 들어온 스크립트가 제약 없이 실행될 수 있습니다.',
      remedy:
        'OpenClaw를 업데이트하십시오. 게이트웨이 앞에 리버스 프록시가 있다면 이 헤더를 제거하지 않는지 확인하십시오.',
      lacks: '`{url}` 페이지에 없는 헤더: {headers}.',
    },
  },
  examples: {
    bad: [
      {
        config: '{ gateway: { controlUi: { enabled: true } } }',
        live: { missingHeaders: ['X-Frame-Options'] },
        offending: '{ enabled: true }',
      },
    ],
    good: [{ live: { verdicts: { control_ui: 'open' } } }],
  },
  *run({ config, live }, report) {
    const headers = live.missingHeaders();
    if (headers.length === 0) return;
    yield report(
      'lacks',
      { url: live.url('control_ui'), headers },
      config.at('gateway', 'controlUi'),
    );
  },
});
