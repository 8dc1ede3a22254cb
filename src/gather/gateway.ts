import { lstatSync } from 'node:fs';
import type { LoadedConfig } from '../config/load.ts';
import type { Redactor } from '../config/redact.ts';
import { usesRemoteGateway } from '../config/remote-gateway.ts';
import { type ConfigValue, child, isObject } from '../config/tree.ts';
import { certificateNames } from '../live/certificate-names.ts';
import { inspectGateway, type LiveFacts, unsent } from '../live/inspect.ts';
import { type Ask, type Plan, type ProbeAuth, planProbe } from '../live/plan.ts';
import { probeGateway } from '../live/probe.ts';
import type { Listener } from '../live/proc-net.ts';
import { planRequests, type Surroundings } from '../live/requests.ts';
import type { Collecting } from './collect.ts';
import { gatherListeners } from './listeners.ts';
import type { Part } from './part.ts';
import { withFiles } from './running-files.ts';
import type { Settings } from './settings.ts';
import type { GatewayProbe, Snapshot } from './snapshot.ts';

interface Input {
  readonly loaded: LoadedConfig;
  readonly settings: Settings;
  readonly env: (name: string) => string | undefined;
  /** Credentials that take the place of the configured ones; blank where there are none. */
  readonly given: ProbeAuth;
  readonly redactor: Redactor;
  readonly tool: string;
  /** Time for the first conversation, in milliseconds. */
  readonly probeMs: number;
  /** List what would be asked, and ask nothing. */
  readonly dryRun: boolean;
}

type Gathered = Pick<Snapshot, 'gatewayProbe' | 'live' | 'listeners'>;

/** For each of the other questions, some of which load code when first asked; and for all of them. */
const REQUEST_MS = 4000;
const REQUESTS_MS = 10_000;
/** A probe that ends this close to the end of the run was cut off by it. */
const CUT_OFF_MS = 10;
/** The gateway's port and the four after it; then those that browsers are driven on. */
const NEXT_PORTS = 4;
const MAX_PROFILES = 100;
const BROWSER_PORTS = { first: 18_800, last: 18_899 };

/** Asks the running gateway how it is, and the system who listens. Only this opens connections. */
export async function gatherGateway(run: Collecting, input: Input): Promise<Gathered> {
  const { loaded, settings, redactor, dryRun } = input;
  // Without the config nobody knows which port is this gateway's, and a credential may go astray.
  if (loaded.snapshot.unreadable) {
    const failed = { status: 'failed', reason: 'unreadable', detail: 'config' } as const;
    return { gatewayProbe: failed, live: failed, listeners: failed };
  }
  const plan = planOf(input);
  const port = plan.kind === 'ask' && plan.loopback ? portOf(plan.url) : undefined;
  const configured = configuredPorts(loaded.snapshot.tree);
  const wanted = (it: number) => configured.includes(it) || isOfInterest(it, port);
  const listeners = await gatherListeners(run, wanted);
  const probed = withOwner(run, plan, listeners);
  const requests = planRequests(surroundings(input, plan));
  if (dryRun) {
    const none = { status: 'absent' } as const;
    return { gatewayProbe: none, live: { status: 'ok', value: unsent(requests) }, listeners };
  }
  const { deadline } = run;
  const probe = await probeGateway(probed, {
    ms: Math.min(input.probeMs, deadline.left()),
    tool: input.tool,
  });
  if (probe.error !== null && deadline.left() < CUT_OFF_MS) {
    const failed = { status: 'failed', reason: 'deadline' } as const;
    return { gatewayProbe: failed, live: failed, listeners };
  }
  const remote = usesRemoteGateway(loaded.rawString);
  const end = performance.now() + REQUESTS_MS;
  const live: LiveFacts =
    probed.kind === 'not_asked'
      ? unsent(requests)
      : await inspectGateway({
          ...{ ask: probed, requests, probe, tool: input.tool, ms: REQUEST_MS },
          names: certificateNames(
            probed,
            remote,
            settings.items('gateway', 'controlUi', 'allowedOrigins'),
          ),
          left: () => Math.max(0, Math.min(end - performance.now(), deadline.left())),
        });
  const { error, close } = probe;
  const value: GatewayProbe = {
    ...withFiles(probe, {
      ...{ target: run.target, tree: loaded.snapshot.tree, remote },
      isClean: (text) => redactor.text(text) === text,
    }),
    url: redactor.text(probe.url),
    error: error === null ? null : redactor.text(error),
    close: close && { code: close.code, reason: redactor.text(close.reason) },
  };
  const reached = !['refused', 'unreachable', 'not_asked'].includes(probe.outcome);
  for (const { id, verdict, url, credential } of live.requests) {
    const unasked = verdict === 'not_sent' && reached && credential !== 'wrong';
    if (id !== 'connect' && (verdict === 'failed' || unasked))
      run.skip({
        part: 'live',
        reason: unasked ? 'timeout' : 'failed',
        subject: `${id} ${redactor.text(url)}`,
      });
  }
  return {
    gatewayProbe: { status: 'ok', value },
    live: { status: 'ok', value: live },
    listeners,
  };
}

function planOf({ loaded, env, given }: Input): Plan {
  const gateway = child(loaded.snapshot.tree, 'gateway');
  const port = child(gateway, 'port');
  return planProbe({
    setting: loaded.rawString,
    // Old names are read no more by later releases.
    env: (name) =>
      loaded.snapshot.generation !== '2026.2' && name.startsWith('CLAWDBOT_')
        ? undefined
        : env(name),
    given,
    port: typeof port === 'number' ? port : undefined,
    tls: child(child(gateway, 'tls'), 'enabled') === true,
  });
}

/** Ports of its own that the config gives to a service beside the gateway. */
function configuredPorts(tree: ConfigValue): readonly ConfigValue[] {
  const profiles = child(child(tree, 'browser'), 'profiles');
  const browsers = isObject(profiles) ? Object.values(profiles).slice(0, MAX_PROFILES) : [];
  const ports = browsers.map((profile) => child(profile, 'cdpPort'));
  const canvas = child(child(tree, 'canvasHost'), 'port');
  return [canvas, ...ports].filter((port) => typeof port === 'number');
}

function isOfInterest(port: number, gateway: number | undefined): boolean {
  const near = gateway !== undefined && port >= gateway && port <= gateway + NEXT_PORTS;
  return near || (port >= BROWSER_PORTS.first && port <= BROWSER_PORTS.last);
}

/**
 * The gateway of this host runs as its owner or as root. Where someone else's program listens in
 * its place, the credential is not for it.
 */
function withOwner(run: Collecting, plan: Plan, listeners: Part<readonly Listener[]>): Plan {
  if (plan.kind !== 'ask' || !plan.loopback || listeners.status !== 'ok') return plan;
  const trusted = [0, run.uid, ownerOf(run.target.stateDir)];
  const port = portOf(plan.url);
  const foreign = listeners.value.find(
    (listener) =>
      listener.port === port && listener.uid !== undefined && !trusted.includes(listener.uid),
  );
  if (foreign === undefined) return plan;
  const error = `user ${foreign.uid} listens on port ${port}, not the owner of the gateway`;
  return { kind: 'not_asked', shown: plan.shown, error };
}

function ownerOf(path: string): number | undefined {
  return lstatSync(path, { throwIfNoEntry: false })?.uid;
}

const portOf = (url: URL): number => Number(url.port) || (url.protocol === 'wss:' ? 443 : 80);

function surroundings({ loaded, settings }: Input, plan: Plan): Surroundings {
  const { tree } = loaded.snapshot;
  const at = (...route: readonly string[]) => route.reduce<ConfigValue | undefined>(child, tree);
  const { url, auth, loopback } = plan.kind === 'ask' ? plan : NOBODY;
  const gateway = plan.kind === 'ask' ? plan.shown : url.href;
  const header = settings.text('gateway', 'auth', 'trustedProxy', 'userHeader');
  const [user] = settings.items('gateway', 'auth', 'trustedProxy', 'allowUsers');
  return {
    gateway,
    loopback,
    hasCredential: auth.token !== undefined || auth.password !== undefined,
    controlUiPath: pathSetting(settings.text('gateway', 'controlUi', 'basePath')),
    hooksPath:
      at('hooks', 'enabled') === true
        ? pathSetting(settings.text('hooks', 'path') ?? '/hooks')
        : undefined,
    browserControlPort: at('browser', 'enabled') === false ? undefined : portOf(url) + 2,
    proxyUser:
      header === undefined
        ? undefined
        : { header, user: typeof user === 'string' ? user : 'openclaw-security' },
  };
}

/** Only to list what would have been asked. */
const NOBODY: Pick<Ask, 'url' | 'auth' | 'loopback'> = {
  url: new URL('ws://127.0.0.1:18789'),
  auth: {},
  loopback: true,
};

/** `/path` without a slash at the end; empty for the root or for what is no path. */
function pathSetting(written: string | undefined): string {
  const path = `/${(written ?? '').replace(/^\/+|\/+$/g, '')}`;
  return path === '/' || !/^\/[\w./~-]{1,200}$/.test(path) ? '' : path;
}
