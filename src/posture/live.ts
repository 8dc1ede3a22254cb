import type { Disclosure, Verdict } from '../live/answer.ts';
import type { Listener } from '../live/proc-net.ts';
import type { RequestId } from '../live/requests.ts';
import type { TlsFacts } from '../live/tls.ts';
import { isLoopbackHost } from './gateway.ts';
import { need } from './missing.ts';
import type { Posture } from './posture.ts';

/** What the running gateway does, as far as it was asked (`--deep`). */
export interface Live {
  /** What came of a question; undefined when it was not put. */
  verdict(id: RequestId): Verdict | undefined;
  /** Where a question went. */
  url(id: RequestId): string;
  readonly missingHeaders: readonly string[];
  readonly disclosures: readonly { readonly id: RequestId; readonly what: Disclosure }[];
  readonly tls: TlsFacts | undefined;
  /** The release that the running gateway says it is. */
  readonly version: string | undefined;
}

/** A listener on one of the ports that belong to a gateway of this config. */
export interface GatewayListener extends Listener {
  readonly service: 'gateway' | 'bridge' | 'browser_control' | 'browser_relay' | 'canvas' | 'cdp';
  readonly loopback: boolean;
}

export function resolveLive({ snapshot }: Pick<Posture, 'snapshot'>): Live {
  const facts = need(snapshot.live, 'live', undefined);
  const probe = need(snapshot.gatewayProbe, 'gatewayProbe', undefined);
  const find = (id: RequestId) => facts?.requests.find((request) => request.id === id);
  return {
    verdict: (id) => find(id)?.verdict,
    url: (id) => find(id)?.url ?? '',
    missingHeaders: facts?.missingHeaders ?? [],
    disclosures: facts?.disclosures ?? [],
    tls: facts?.tls,
    version: probe?.version,
  };
}

/** By the distance to the gateway's port, as OpenClaw derives its other ports. */
const SERVICES = ['gateway', 'bridge', 'browser_control', 'browser_relay', 'canvas'] as const;

export function resolveListeners({
  snapshot,
  gateway,
}: Pick<Posture, 'snapshot' | 'gateway'>): readonly GatewayListener[] {
  return need(snapshot.listeners, 'listeners', []).map((listener) => ({
    ...listener,
    service: SERVICES[listener.port - gateway.port] ?? 'cdp',
    loopback: isLoopbackHost(listener.address),
  }));
}
