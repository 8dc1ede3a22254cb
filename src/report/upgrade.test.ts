import { expect, test, vi } from 'vitest';
import type { Upgrade } from '../judge/upgrade.ts';
import { NOTE, OPEN, SAMPLE, SAMPLE_CHECKS } from './sample-report.ts';
import { renderUpgrade, renderUpgradeJson } from './upgrade.ts';

vi.mock('../checks/index.ts', () => ({ CHECKS: SAMPLE_CHECKS }));

const later = {
  ...SAMPLE,
  version: { ...SAMPLE.version, judged: '2026.9.6', rules: '2026.9.6', source: 'flag' as const },
  summary: { critical: 2, warn: 0, info: 0 },
};
const UPGRADE: Upgrade = {
  from: SAMPLE,
  to: later,
  appear: [OPEN],
  disappear: [NOTE],
  changed: [{ from: 'warn', to: 'critical', finding: OPEN }],
  settings: { stop: [{ kind: 'renamed', finding: OPEN }], start: [] },
  unchanged: 3,
};
const LOOK = { color: false, width: null, quiet: true, rerun: '', saved: false };

test('for people: settings first, then what appears, changes and disappears', () => {
  expect(renderUpgrade(UPGRADE, { ...LOOK, lang: 'en' })).toMatchInlineSnapshot(`
    "OpenClaw 2026.2.24 → 2026.9.6: what changes for this gateway
    Judged now as 2026.2.24 (recorded in the config).

    SETTINGS THAT 2026.9.6 DOES NOT READ AS WRITTEN (1)
    CRITICAL  Gateway accepts anyone on the network  [gateway.open]  ~/.openclaw/openclaw.json:3:11

    FINDINGS THAT APPEAR (1)
    CRITICAL  Gateway accepts anyone on the network  [gateway.open]  ~/.openclaw/openclaw.json:3:11

    FINDINGS THAT CHANGE (1)
    was WARN, becomes CRITICAL
    CRITICAL  Gateway accepts anyone on the network  [gateway.open]  ~/.openclaw/openclaw.json:3:11

    FINDINGS THAT DISAPPEAR (1)
    INFO  Summary  [summary.plain]

    Now: 1 critical, 0 warn, 1 info
    With 2026.9.6: 2 critical, 0 warn, 0 info
    3 findings stay as they are
    "
  `);
});

test('in Korean', () => {
  const text = renderUpgrade(UPGRADE, { ...LOOK, lang: 'ko' });
  expect(text).toContain('새로 나타나는 발견 사항(1)');
  expect(text).toContain('경고에서 심각(으)로 바뀝니다');
});

test('nothing to tell is told', () => {
  const none = { appear: [], disappear: [], changed: [], settings: { stop: [], start: [] } };
  expect(renderUpgrade({ ...UPGRADE, ...none }, { ...LOOK, lang: 'en' })).toContain(
    'Nothing changes',
  );
});

test('each finding is shown with its line', () => {
  const text = renderUpgrade(UPGRADE, { ...LOOK, quiet: false, lang: 'en' });
  expect(text).toContain('openclaw.json:3:11');
  expect(text).toContain('"bind": "lan"');
});

test('as JSON', () => {
  const { upgrade, target } = JSON.parse(renderUpgradeJson(UPGRADE, 'en'));
  expect(upgrade).toMatchObject({
    from: { version: '2026.2.24', source: 'config', summary: { critical: 1 } },
    to: { version: '2026.9.6', rules: '2026.9.6', summary: { critical: 2 } },
    appear: [{ checkId: 'gateway.open', locations: [{ line: 3 }] }],
    disappear: [{ checkId: 'summary.plain' }],
    changed: [{ from: 'warn', to: 'critical', checkId: 'gateway.open' }],
    settings: { stop: [{ kind: 'renamed', checkId: 'gateway.open' }], start: [] },
    unchanged: 3,
  });
  expect(target).toEqual({
    stateDir: '/home/ann/.openclaw',
    configPath: '/home/ann/.openclaw/openclaw.json',
  });
});
