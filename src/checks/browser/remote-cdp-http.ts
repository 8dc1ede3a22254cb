import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'browser.remote_cdp_http',
  severity: 'warn',
  needs: ['config', 'browser'],
  when: [['browser']],
  refs: ['CWE-319'],
  text: {
    en: {
      title: 'Remote browser is driven over plain HTTP',
      why: 'Anyone on the way reads the pages, cookies and keystrokes, and can drive the browser too.',
      remedy:
        'Use an `https://` address for the remote browser, or reach it through a tunnel or tailnet that ends on this machine.',
      plain: 'The profile `{profile}` drives `{url}`.',
    },
    ko: {
      title: '원격 브라우저를 암호화되지 않은 HTTP로 제어합니다',
      why: '경로상의 누구나 페이지, 쿠키, 입력 내용을 읽을 수 있고 브라우저를 직접 조작할 수도 있습니다.',
      remedy:
        '원격 브라우저에 `https://` 주소를 사용하거나, 이 시스템에서 끝나는 터널 또는 tailnet을 통해 접속합니다.',
      plain: '프로필 `{profile}`이(가) `{url}` 주소의 브라우저를 제어합니다.',
    },
  },
  examples: {
    bad: [
      {
        config: '{ browser: { profiles: { far: { cdpUrl: "http://h1.example:9222" } } } }',
        offending: '"http://h1.example:9222"',
      },
      '{ browser: { cdpUrl: "http://10.1.2.3:9222" } }',
      {
        config:
          '{ browser: { cdpUrl: "http://10.1.2.3:9222", profiles: { p: { cdpPort: 9333 } } } }',
        offending: '9333',
      },
    ],
    good: [
      '{}',
      '{ browser: { enabled: false, cdpUrl: "http://10.1.2.3:9222" } }',
      '{ browser: { cdpUrl: "https://cdp.example.com" } }',
      '{ browser: { cdpUrl: "http://[::ffff:127.0.0.1]:9222", profiles: { p: { cdpPort: 9333 } } } }',
      '{ browser: { cdpUrl: "ftp://x", profiles: { far: { cdpUrl: "http://h1.example:9222" } } } }',
    ],
  },
  *run({ config, browser }, report) {
    if (!browser.enabled || browser.problem !== undefined) return;
    for (const { name, routes, cdp } of browser.profiles) {
      if (typeof cdp === 'string' || cdp.secure || cdp.loopback) continue;
      const places = routes.map((route) => config.at(...route));
      yield report('plain', { profile: name, url: cdp.shown }, places);
    }
  },
});
