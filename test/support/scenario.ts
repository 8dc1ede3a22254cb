import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Example, LiveScenario, Scenario } from '../../src/checks/define.ts';
import { createDeadline } from '../../src/gather/deadline.ts';
import { gather } from '../../src/gather/gather.ts';
import type { Snapshot } from '../../src/gather/snapshot.ts';
import { planRequests } from '../../src/live/requests.ts';
import { locate } from '../../src/locate/locate.ts';

export const asScenario = (example: Example): Scenario =>
  typeof example === 'string' ? { config: example } : example;

/** A scenario laid down as real files below a fresh home directory. */
export interface LaidDown {
  readonly home: string;
  readonly env: NodeJS.ProcessEnv;
  readonly configText: string | null;
  readonly deep: boolean;
  readonly live: LiveScenario | undefined;
  readonly ways: Partial<Snapshot>;
  readonly openclawVersion: string | undefined;
  remove(): void;
}

function makeDirs(home: string, target: string, mode: number): void {
  const relative = path.relative(home, target);
  let current = home;
  for (const part of relative.split(path.sep).filter(Boolean)) {
    current = path.join(current, part);
    if (fs.existsSync(current)) continue;
    fs.mkdirSync(current);
    fs.chmodSync(current, mode);
  }
}

interface Layout {
  /** Mode of directories that the scenario does not name. */
  readonly parentMode: number;
  /** Path of the home directory below a fresh one. */
  readonly homeName: string;
}
const PLAIN: Layout = { parentMode: 0o700, homeName: 'home' };

export function layDown(scenario: Scenario, { parentMode, homeName } = PLAIN): LaidDown {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'ocsec-'));
  const home = path.join(root, homeName);
  const bin = path.join(root, 'bin');
  fs.mkdirSync(home, { mode: 0o700, recursive: true });
  fs.mkdirSync(bin, { mode: 0o700 });
  const fill = (text: string) => text.replaceAll('@@HOME@@', home);
  const state = path.join(home, '.openclaw');
  const modes: [string, string][] = [];
  makeDirs(home, state, 0o700);
  modes.push([state, scenario.stateDirMode ?? '700']);
  const config = scenario.config === undefined ? '{}' : scenario.config;
  if (config !== null) {
    fs.writeFileSync(path.join(state, 'openclaw.json'), fill(config));
    modes.push([path.join(state, 'openclaw.json'), scenario.configMode ?? '600']);
  }
  for (const file of scenario.files ?? []) {
    const target = path.join(home, file.path);
    makeDirs(home, path.dirname(target), parentMode);
    if (file.symlink !== undefined) fs.symlinkSync(fill(file.symlink), target);
    else if (file.dir) {
      makeDirs(home, target, parentMode);
      modes.push([target, file.mode ?? '700']);
    } else {
      fs.writeFileSync(target, fill(file.content ?? ''));
      modes.push([target, file.mode ?? '600']);
    }
  }
  for (const { name, content } of scenario.bin ?? [])
    fs.writeFileSync(path.join(bin, name), content, { mode: 0o755 });
  // Deepest first: a closed directory must not get in the way of what it holds.
  modes.sort((a, b) => b[0].length - a[0].length);
  for (const [target, mode] of modes) fs.chmodSync(target, Number.parseInt(mode, 8));
  const env: NodeJS.ProcessEnv = { HOME: home, PATH: `${bin}:/usr/bin:/bin` };
  for (const [name, value] of Object.entries(scenario.env ?? {})) env[name] = fill(value);
  return {
    home,
    env,
    configText: config === null ? null : fill(config),
    deep: scenario.deep === true,
    live: scenario.live,
    ways: wayPartsOf(scenario.ways),
    openclawVersion:
      scenario.openclawVersion === null ? undefined : (scenario.openclawVersion ?? '2026.2.24'),
    remove: () => fs.rmSync(root, { recursive: true, force: true }),
  };
}

function livePartsOf(live: LiveScenario): Partial<Snapshot> {
  const {
    verdicts = {},
    missingHeaders = [],
    disclosures = [],
    tls,
    version,
    told,
    listeners,
  } = live;
  const surroundings = {
    ...{ gateway: 'ws://127.0.0.1:18789', loopback: true, hasCredential: true },
    ...{ controlUiPath: '', hooksPath: '/hooks', browserControlPort: 18791, proxyUser: undefined },
  };
  const requests = planRequests(surroundings).map((request) => ({
    ...request,
    verdict: verdicts[request.id] ?? 'refused',
    status: null,
  }));
  const facts = { requests, missingHeaders, disclosures, ...(tls && { tls }) };
  const probe = {
    url: 'ws://127.0.0.1:18789',
    outcome: 'healthy',
    error: null,
    close: null,
  } as const;
  return {
    live: { status: 'ok', value: facts },
    gatewayProbe: { status: 'ok', value: { ...probe, ...(version && { version }), ...told } },
    listeners: { status: 'ok', value: listeners ?? [] },
  };
}

function wayPartsOf(ways: Scenario['ways']): Partial<Snapshot> {
  if (ways === undefined) return {};
  const { tailnet = [], published = [], tunnels = [], proxies = [] } = ways;
  return {
    tailnet: { status: 'ok', value: tailnet },
    published: { status: 'ok', value: published },
    tunnels: { status: 'ok', value: tunnels },
    proxies: { status: 'ok', value: proxies },
  };
}

/** What the real collectors see of a scenario. The caller removes it. */
export async function gatherLaidDown(laid: LaidDown): Promise<Snapshot> {
  const target = locate({
    env: laid.env,
    cwd: laid.home,
    osHome: () => laid.home,
    flags: {},
    exists: (file) => fs.existsSync(file),
  });
  const snapshot = await gather(target, {
    env: laid.env,
    platform: process.platform,
    uid: process.getuid?.() ?? null,
    ...(laid.openclawVersion === undefined ? {} : { openclawVersion: laid.openclawVersion }),
    deep: laid.deep,
    deadline: createDeadline(20_000),
    tool: 'test',
    now: Date.UTC(2026, 11, 1, 12),
  });
  const live = laid.live === undefined ? {} : livePartsOf(laid.live);
  return { ...snapshot, ...live, ...laid.ways };
}

export async function snapshotOf(example: Example): Promise<Snapshot> {
  const laid = layDown(asScenario(example));
  try {
    return await gatherLaidDown(laid);
  } finally {
    laid.remove();
  }
}
