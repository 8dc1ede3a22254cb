import { defineCheck } from '../define.ts';

const OFF = '{ browser: { enabled: false, cdpUrl: "not a url" } }';

export default defineCheck({
  id: 'browser.control_invalid_config',
  severity: 'warn',
  needs: ['config', 'browser'],
  when: [['browser']],
  refs: ['CWE-20'],
  departures: {
    browser_off: {
      reference: 'Reports an unusable `browser.cdpUrl` even when the browser is disabled.',
      why: 'With `browser.enabled: false` nothing reads the address.',
      source: 'OpenClaw 2026.2.24, observed',
    },
  },
  text: {
    en: {
      title: 'Browser address cannot be used',
      why: 'Until it is right nobody can tell which browser the agents would drive, and the other browser checks have no answer.',
      remedy:
        'Set `browser.cdpUrl` to a full http or https address such as `https://cdp.example.com`, or remove it to use the browser of this machine.',
      unparsable: '`browser.cdpUrl` is not an address.',
      scheme: '`browser.cdpUrl` has a scheme other than `http` or `https`.',
    },
    ko: {
      title: '브라우저 주소를 사용할 수 없습니다',
      why: '주소를 바로잡기 전에는 에이전트가 어떤 브라우저를 조작하게 될지 알 수 없고, 다른 브라우저 점검도 판단할 수 없습니다.',
      remedy:
        '`browser.cdpUrl`에 `https://cdp.example.com`처럼 http 또는 https로 시작하는 전체 주소를 넣거나, 이 값을 제거하여 이 시스템의 브라우저를 사용합니다.',
      unparsable: '`browser.cdpUrl` 값이 올바른 주소가 아닙니다.',
      scheme: '`browser.cdpUrl` 주소의 스킴이 `http`나 `https`가 아닙니다.',
    },
  },
  examples: {
    bad: [
      { config: '{ browser: { cdpUrl: "not a url" } }', offending: '"not a url"' },
      '{ browser: { cdpUrl: "ws://127.0.0.1:9222" } }',
      { config: OFF, compat: true },
    ],
    good: ['{}', '{ browser: { cdpUrl: "http://127.0.0.1:9222" } }', OFF],
  },
  *run({ config, browser }, report, departs) {
    if (browser.problem === undefined) return;
    if (!browser.enabled && departs('browser_off')) return;
    yield report(browser.problem, {}, config.at('browser', 'cdpUrl'));
  },
});
