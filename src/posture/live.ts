import { usesRemoteGateway } from '../config/remote-gateway.ts';
import type { GatewayProbe } from '../gather/snapshot.ts';
import type { Disclosure, Verdict } from '../live/answer.ts';
import type { Listener } from '../live/proc-net.ts';
import type { RequestId } from '../live/requests.ts';
import type { TlsFacts } from '../live/tls.ts';
import { isLoopbackHost } from './gateway.ts';
import { MissingPart, need } from './missing.ts';
import type { Posture } from './posture.ts';
import { runningRelease } from './running-release.ts';

/**
 * What the running gateway does, as far as it was asked (`--deep`); without it there is nothing to
 * tell. What was asked and got no answer throws MissingPart: nobody knows, and that is no pass.
 */
export interface Live {
  /** What came of a question, if it was one for this gateway. */
  verdict(id: RequestId): Answered | undefined;
  /** The same, undefined also when there was no answer that tells. */
  seen(id: RequestId): Answered | undefined;
  /** Where a question went. */
  url(id: RequestId): string;
  missingHeaders(): readonly string[];
  disclosures(): readonly { readonly id: RequestId; readonly what: Disclosure }[];
  /** Undefined when the gateway is not spoken to over TLS. */
  tls(): TlsFacts | undefined;
  /** The release that the running gateway says it is; undefined for one of another host. */
  version(): string | undefined;
  /** The files that the running gateway says it runs from, and that were not audited. */
  otherFiles(): Pick<GatewayProbe, 'configPath' | 'stateDir'>;
  /** How the running gateway says it lets clients in; undefined for one of another host. */
  authMode(): GatewayProbe['authMode'];
}

type Answered = Exclude<Verdict, 'failed' | 'not_sent' | 'unclear'>;

/** A listener on one of the ports that belong to a gateway of this config. */
export interface GatewayListener extends Listener {
  readonly service: 'gateway' | 'bridge' | 'browser_control' | 'browser_relay' | 'canvas' | 'cdp';
  readonly loopback: boolean;
}

export function resolveLive(posture: Pick<Posture, 'snapshot' | 'config'>): Live {
  const { snapshot } = posture;
  const facts = need(snapshot.live, 'live', undefined);
  const probe = need(snapshot.gatewayProbe, 'gatewayProbe', undefined);
  const find = (id: RequestId) => facts?.requests.find((request) => request.id === id);
  const seen = (id: RequestId) => {
    const request = find(id);
    // The configured credential was a wrong one itself, so no second one was tried.
    const tried = request?.credential === 'wrong' && probe?.outcome === 'auth_refused';
    return tried && request.verdict === 'not_sent' ? 'refused' : answered(request?.verdict);
  };
  const verdict = (id: RequestId) => seen(id) ?? unlessAsked(find(id) !== undefined);
  const isOfThisHost = () => probe !== undefined && !usesRemoteGateway(posture.config.string);
  const url = (id: RequestId) => find(id)?.url ?? '';
  return {
    verdict,
    seen,
    url,
    missingHeaders: () => (verdict('control_ui') ? (facts?.missingHeaders ?? []) : []),
    disclosures: () => {
      const { requests = [], disclosures = [] } = facts ?? {};
      const answers = requests.some(({ id, verdict }) => id !== 'connect' && !isSilence(verdict));
      return answers ? disclosures : (unlessAsked(requests.length > 0) ?? []);
    },
    tls: () => facts?.tls ?? unlessAsked(url('connect').startsWith('wss:')),
    version: () => runningRelease(posture)?.version ?? unlessAsked(isOfThisHost()),
    otherFiles: () => {
      const { configPath, configIs, stateDir, stateDirIs } = probe ?? {};
      if (!configIs && !stateDirIs) unlessAsked(isOfThisHost());
      return {
        ...(configPath !== undefined && configIs === 'another' ? { configPath } : {}),
        ...(stateDir !== undefined && stateDirIs === 'another' ? { stateDir } : {}),
      };
    },
    authMode: () => (isOfThisHost() ? (probe?.authMode ?? unlessAsked(true)) : undefined),
  };
}

const isSilence = (verdict: Verdict) => verdict === 'failed' || verdict === 'not_sent';

function answered(verdict: Verdict | undefined): Answered | undefined {
  return verdict === 'open' || verdict === 'refused' || verdict === 'absent' ? verdict : undefined;
}

/** @throws MissingPart when the gateway was asked: then it did not tell. */
function unlessAsked(asked: boolean): undefined {
  if (asked) throw new MissingPart('live');
  return undefined;
}

/** By the distance to the gateway's port, as OpenClaw derives its other ports. */
const SERVICES = ['gateway', 'bridge', 'browser_control', 'browser_relay', 'canvas'] as const;

export function resolveListeners({
  snapshot,
  gateway,
  config,
}: Pick<Posture, 'snapshot' | 'gateway' | 'config'>): readonly GatewayListener[] {
  const canvas = config.number('canvasHost', 'port');
  return need(snapshot.listeners, 'listeners', []).map((listener) => ({
    ...listener,
    service:
      listener.port === canvas ? 'canvas' : (SERVICES[listener.port - gateway.port] ?? 'cdp'),
    loopback: isLoopbackHost(listener.address),
  }));
}
