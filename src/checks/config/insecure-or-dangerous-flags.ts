import { formatRoute } from '../../document/route.ts';
import { defineCheck } from '../define.ts';

const MAX_PLACES = 50;
const NAMES = '{ channels: { discord: { dangerouslyAllowNameMatching: true } } }';
const PATCH =
  '{ agents: { list: [{ id: "a", tools: { exec: { applyPatch: { workspaceOnly: false } } } }] } }';

export default defineCheck({
  id: 'config.insecure_or_dangerous_flags',
  severity: 'warn',
  needs: ['config', 'dangerousFlags'],
  refs: ['CWE-489', 'CWE-1188'],
  departures: {
    all_dangerous: {
      reference:
        'Lists six flags and passes over the other settings named `dangerously…` and the `applyPatch` of an agent.',
      why: 'They switch off protection just the same, so all of them are listed.',
      source: 'OpenClaw 2026.2.24, observed',
    },
  },
  text: {
    en: {
      title: 'Protection is switched off by flags',
      why: 'Each of these was meant for a short test; left on, it takes away a check that keeps strangers or hostile content out.',
      remedy: 'Remove `{settings}` unless you are debugging this very thing.',
      on: '{count} flags switch protection off: `{flags}`.',
      one: 'A flag switches protection off: `{flags}`.',
    },
    ko: {
      title: '플래그로 보호 기능이 꺼져 있습니다',
      why: '모두 잠깐 시험할 때 쓰는 설정입니다. 그대로 두면 낯선 사람이나 악성 콘텐츠를 막는 검사가 사라집니다.',
      remedy: '해당 기능을 디버깅하는 중이 아니라면 `{settings}` 설정을 제거합니다.',
      on: '플래그 {count}개가 보호 기능을 끕니다: `{flags}`.',
      one: '플래그 하나가 보호 기능을 끕니다: `{flags}`.',
    },
  },
  examples: {
    bad: [
      {
        config: '{ gateway: { controlUi: { allowInsecureAuth: true } } }',
        offending: 'true',
      },
      '{ hooks: { gmail: { allowUnsafeExternalContent: true } } }',
      '{ hooks: { mappings: [{ id: "a" }, { id: "b", allowUnsafeExternalContent: true }] } }',
      '{ tools: { exec: { applyPatch: { workspaceOnly: false } } } }',
      NAMES,
      '{ browser: { ssrfPolicy: { dangerouslyAllowPrivateNetwork: true } } }',
      '{ agents: { defaults: { sandbox: { docker: { dangerouslyAllowExternalBindSources: true } } } } }',
      PATCH,
      {
        config: '{ tools: { fs: { workspaceOnly: false } } }',
        openclawVersion: '2026.9.6',
        compat: true,
        offending: 'false',
      },
    ],
    good: [
      '{}',
      '{ gateway: { controlUi: { dangerouslyDisableDeviceAuth: false } } }',
      '{ tools: { exec: { applyPatch: { workspaceOnly: true } } } }',
      { config: NAMES, compat: true },
      { config: PATCH, compat: true },
    ],
  },
  *run({ config, dangerousFlags: { listed, others, oneByOne } }, report, departs) {
    const told = new Set<string>();
    if (oneByOne)
      for (const { route, value } of listed) {
        const path = formatRoute(route);
        told.add(path);
        yield report('one', { flags: `${path}=${value}`, settings: path }, config.at(...route));
      }
    const flags = new Map(
      [...(oneByOne ? [] : listed), ...(departs('all_dangerous') ? others : [])]
        .map((flag) => [formatRoute(flag.route), flag] as const)
        .filter(([path]) => !told.has(path)),
    );
    if (flags.size === 0) return;
    const shown = {
      flags: [...flags].map(([path, { value }]) => `${path}=${value}`),
      settings: [...flags.keys()],
    };
    const places = [...flags.values()].slice(0, MAX_PLACES).map(({ route }) => config.at(...route));
    if (flags.size === 1) yield report('one', shown, places);
    else yield report('on', { count: flags.size, ...shown }, places);
  },
});
