import { defineCheck } from '../define.ts';

const isOnlySlashes = (path: string) => [...path].every((char) => char === '/');

export default defineCheck({
  id: 'hooks.path_root',
  severity: 'critical',
  needs: ['config', 'hooks'],
  when: [['hooks']],
  refs: ['CWE-436'],
  departures: {
    repeated_slashes: {
      reference: 'Takes only `/` itself for the root.',
      why: '`//` is the root too once slashes at the end are cut off.',
      source: 'OpenClaw 2026.2.24, observed',
    },
  },
  text: {
    en: {
      title: 'Webhooks are served at the root',
      why: 'They shadow the other endpoints of the gateway, and every request to any path is taken for a webhook.',
      remedy: 'Set `hooks.path` to a path of its own, for example `/hooks`.',
      root: '`hooks.path` is `{path}`.',
    },
    ko: {
      title: '웹훅이 루트 경로에서 제공됩니다',
      why: '게이트웨이의 다른 엔드포인트를 가리게 되고, 어떤 경로로 온 요청이든 웹훅으로 처리됩니다.',
      remedy: '`hooks.path`를 `/hooks`처럼 전용 경로로 설정합니다.',
      root: '`hooks.path` 값이 `{path}`입니다.',
    },
  },
  examples: {
    bad: [
      { config: '{ hooks: { enabled: true, path: " / " } }', offending: '" / "' },
      '{ hooks: { enabled: true, path: "//" } }',
    ],
    good: [
      '{ hooks: { enabled: false, path: "/" } }',
      '{ hooks: { enabled: true, path: "/hooks" } }',
      '{ hooks: { enabled: true, path: "" } }',
      { config: '{ hooks: { enabled: true, path: "//" } }', compat: true },
    ],
  },
  *run({ config, hooks }, report, departs) {
    const { enabled, path } = hooks;
    if (!enabled || path === undefined) return;
    if (path !== '/' && !(departs('repeated_slashes') && isOnlySlashes(path))) return;
    yield report('root', { path }, config.at('hooks', 'path'));
  },
});
