import { join } from 'node:path';
import { expect, test } from 'vitest';
import { judge } from '../src/judge/judge.ts';
import { resolveInstalls } from '../src/posture/installs.ts';
import { readPosture } from '../src/posture/posture.ts';
import { measured } from './support/gathered.ts';
import { gatherLaidDown, layDown } from './support/scenario.ts';

type Files = NonNullable<Parameters<typeof layDown>[0]['files']>;

const PROJECTS = '.openclaw/npm/projects';
const json = (path: string, value: unknown) => ({ path, content: JSON.stringify(value) });

/** A project that asks for one package, and the package. */
function project(
  folder: string,
  { name, range = '^1.0.0', id }: { name: string; range?: unknown; id?: string },
  extensions: unknown = ['./index.js'],
): Files {
  const place = `${folder}/node_modules/${name}`;
  return [
    json(`${folder}/package.json`, { dependencies: { [name]: range } }),
    json(`${place}/package.json`, { name, version: '1.0.0', openclaw: { extensions } }),
    ...(id === undefined ? [] : [json(`${place}/openclaw.plugin.json`, { id })]),
  ];
}

const FILES: Files = [
  ...project(`${PROJECTS}/a-0`, { name: 'ranged', id: 'ranged' }),
  ...project(`${PROJECTS}/b-0`, { name: 'pinned', range: ' 1.0.0 ', id: 'pinned' }),
  ...project(`${PROJECTS}/c-0`, { name: '@scope/bare', range: '^1.0.0' }),
  ...project(`${PROJECTS}/d-0`, { name: 'first', id: 'same' }),
  ...project(`${PROJECTS}/e-0`, { name: 'second', range: '2.0.0', id: 'same' }),
  ...project('.openclaw/npm', { name: 'flat', id: ' flat ' }),
  // None of these counts.
  ...project(`${PROJECTS}/f-0`, { name: 'library', id: 'library' }, []),
  ...project(`${PROJECTS}/g-0`, { name: 'blank', range: '', id: 'blank' }),
  ...project(`${PROJECTS}/h-0`, { name: 'number', range: 5, id: 'number' }),
  ...project(`${PROJECTS}/deeper/i-0`, { name: 'nested', id: 'nested' }),
  json(`${PROJECTS}/j-0/package.json`, { dependencies: { '../../../outside': '1' } }),
  json('.openclaw/npm/outside/package.json', { name: 'x', openclaw: { extensions: ['./a.js'] } }),
];

async function gathered(openclawVersion: string, files: Files = FILES, config = '{}') {
  const laid = layDown({ files, openclawVersion, config });
  try {
    return { snapshot: await gatherLaidDown(laid), laid };
  } finally {
    laid.remove();
  }
}

test('plugins that npm installed are found by their projects', async () => {
  const { snapshot } = await gathered('2026.9.6');
  const { managed } = measured(snapshot.plugins);
  expect(managed?.map(({ id, spec, hasManifest }) => [id, spec, hasManifest])).toEqual([
    ['flat', 'flat@^1.0.0', true],
    ['ranged', 'ranged@^1.0.0', true],
    ['pinned', 'pinned@1.0.0', true],
    ['@scope/bare', '@scope/bare@^1.0.0', false],
    ['same', 'second@2.0.0', true],
  ]);
});

test('they are install records without integrity that cannot have drifted', async () => {
  const { snapshot } = await gathered('2026.9.6');
  const report = judge(snapshot, { compat: true, only: ['plugins.*'], skip: [] });
  const said = new Map(report.findings.map(({ checkId, args }) => [checkId, args]));
  expect(said.get('plugins.installs_unpinned_npm_specs')).toEqual({
    specs: ['flat (flat@^1.0.0)', 'ranged (ranged@^1.0.0)', '@scope/bare (@scope/bare@^1.0.0)'],
  });
  expect(said.get('plugins.installs_missing_integrity')).toEqual({
    ids: ['flat', 'ranged', 'pinned', '@scope/bare', 'same'],
  });
  expect(said.has('plugins.installs_version_drift')).toBe(false);
});

test('older releases know of none', async () => {
  const { snapshot } = await gathered('2026.2.24');
  expect(measured(snapshot.plugins).managed).toBeUndefined();
  const posture = readPosture(snapshot, { suppressed: () => undefined });
  expect(resolveInstalls(posture).plugins).toEqual([]);
});

test('an allowed one is no phantom if a manifest names it', async () => {
  const extension = json('.openclaw/extensions/demo/openclaw.plugin.json', { id: 'demo' });
  const config = '{plugins: {allow: ["demo", "ranged", "@scope/bare"]}}';
  const { snapshot } = await gathered('2026.9.6', [...FILES, extension], config);
  const report = judge(snapshot, { compat: true, only: ['plugins.allow_phantom*'], skip: [] });
  expect(report.findings.map(({ args }) => args)).toEqual([{ ids: ['@scope/bare'] }]);
});

test('where a range is written is named', async () => {
  const { snapshot, laid } = await gathered('2026.9.6');
  const posture = readPosture(snapshot, { suppressed: () => undefined });
  expect(resolveInstalls(posture).plugins[1]?.at('spec')).toEqual({
    kind: 'file',
    path: join(laid.home, PROJECTS, 'a-0/package.json'),
  });
});

test('a record of another version than is there does not count, one of the same does', async () => {
  const { snapshot, laid } = await gathered('2026.9.6');
  const path = join(laid.home, PROJECTS, 'a-0/node_modules/ranged');
  const plugins = measured(snapshot.plugins);
  const specWith = (version: string) => {
    const record = {
      id: 'ranged',
      source: 'npm',
      spec: 'ranged@1.0.0',
      version,
      installPath: path,
    };
    const value = {
      path: 'openclaw.sqlite',
      plugins: [{ ...record, hasIntegrity: true }],
      hooks: [],
    };
    const packages = [...plugins.packages, { path, version: '1.0.0' }];
    const posture = readPosture({
      ...snapshot,
      installRecords: { status: 'ok', value },
      plugins: { status: 'ok', value: { ...plugins, packages } },
    });
    return resolveInstalls(posture).plugins.find(({ id }) => id === 'ranged')?.spec;
  };
  expect(specWith('1.0.0')).toBe('ranged@1.0.0');
  expect(specWith('0.5.0')).toBe('ranged@^1.0.0');
});
