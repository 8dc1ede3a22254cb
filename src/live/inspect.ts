import { randomBytes } from 'node:crypto';
import {
  type Disclosure,
  disclosuresOf,
  type HttpAnswer,
  missingHeaders,
  type Verdict,
  verdictOf,
} from './answer.ts';
import type { CertificateName } from './certificate-names.ts';
import { DISTRUSTED, openSocket } from './connect.ts';
import { introduce } from './converse.ts';
import { sendHttp } from './http.ts';
import type { Ask } from './plan.ts';
import type { PlannedRequest, RequestId } from './requests.ts';
import { ProbeFailure, type ProbeResult } from './result.ts';
import { inspectTls, type TlsFacts } from './tls.ts';
import { openWire } from './wire.ts';

/** One request and what came of it. Nothing of an answer is kept but what is listed here. */
export interface LiveRequest extends PlannedRequest {
  readonly verdict: Verdict;
  /** Of the HTTP answer; null when there was none. */
  readonly status: number | null;
}

/** What the running gateway showed. Plain JSON without secrets. */
export interface LiveFacts {
  readonly requests: readonly LiveRequest[];
  /** Security headers that the page of the Control UI lacks; empty when there is no such page. */
  readonly missingHeaders: readonly string[];
  readonly disclosures: readonly { readonly id: RequestId; readonly what: Disclosure }[];
  readonly tls?: TlsFacts;
}

interface InspectOptions {
  readonly ask: Ask;
  /** The first of them, `connect`, has been sent already: this is what came of it. */
  readonly requests: readonly PlannedRequest[];
  readonly probe: ProbeResult;
  /** Time for one request, and what is left for all. */
  readonly ms: number;
  readonly left: () => number;
  readonly tool: string;
  /** What the gateway is called by those who reach it over TLS. */
  readonly names: readonly CertificateName[];
}

/** A gateway that was not reached is not asked again. */
const SILENT: ReadonlySet<ProbeResult['outcome']> = new Set([
  'refused',
  'unreachable',
  'not_asked',
]);

/** Who leaves so many questions of one kind in a row without an answer is not asked another one. */
const PATIENCE = 3;

/** Every request as it would be sent, none of it sent. */
export function unsent(requests: readonly PlannedRequest[]): LiveFacts {
  const listed = requests.map((request) => ({ ...request, verdict: NOT_SENT, status: null }));
  return { requests: listed, missingHeaders: [], disclosures: [] };
}
const NOT_SENT: Verdict = 'not_sent';

/** Puts the planned questions one after the other, each once. Never throws. */
export async function inspectGateway(options: InspectOptions): Promise<LiveFacts> {
  const { requests, probe, ask, ms, left } = options;
  const done: LiveRequest[] = [];
  const missing: string[] = [];
  const disclosures: LiveFacts['disclosures'][number][] = [];
  let tls: TlsFacts | undefined;
  const unanswered = { websocket: probe.outcome === 'protocol' ? 1 : 0, http: 0 };
  for (const request of requests) {
    const none = { ...request, status: null };
    if (request.id === 'connect') {
      const verdict = probe.outcome === 'not_asked' ? NOT_SENT : verdictOfProbe(probe);
      done.push({ ...none, verdict });
      continue;
    }
    if (request.transport === 'tls') {
      // One whose certificate was not accepted is there, and can be looked at.
      const there = !SILENT.has(probe.outcome) || probe.error?.startsWith(DISTRUSTED) === true;
      const asked = there && left() > 0;
      const time = Math.min(ms, left());
      if (asked) tls = await inspectTls(ask, time, options.names).catch(() => undefined);
      done.push({ ...none, verdict: tls ? 'open' : asked ? 'failed' : NOT_SENT });
      continue;
    }
    // The configured credential was a wrong one already: never two of them in a run.
    const second = request.credential === 'wrong' && probe.outcome === 'auth_refused';
    const silent = SILENT.has(probe.outcome) || unanswered[request.transport] >= PATIENCE;
    if (second || silent || left() <= 0) {
      done.push({ ...none, verdict: NOT_SENT });
      continue;
    }
    const time = Math.min(ms, left());
    if (request.transport === 'websocket') {
      const verdict = await tryToConnect(request, options, time);
      unanswered.websocket = verdict === 'failed' ? unanswered.websocket + 1 : 0;
      done.push({ ...none, verdict });
      continue;
    }
    const answer = await tryToSend(request, ask, time);
    unanswered.http = answer === undefined ? unanswered.http + 1 : 0;
    if (answer === undefined || answer === 'absent') {
      done.push({ ...none, verdict: answer ?? 'failed' });
      continue;
    }
    const verdict = verdictOf(request.id, answer);
    done.push({ ...request, verdict, status: answer.status });
    if (request.id === 'control_ui' && verdict === 'open') missing.push(...missingHeaders(answer));
    for (const what of disclosuresOf(answer)) disclosures.push({ id: request.id, what });
  }
  return { requests: done, missingHeaders: missing, disclosures, ...(tls && { tls }) };
}

function verdictOfProbe({ outcome }: ProbeResult): Verdict {
  if (outcome === 'healthy' || outcome === 'limited') return 'open';
  if (outcome === 'auth_refused') return 'refused';
  return 'failed';
}

/** `absent` when nothing listens there; undefined when there is no answer in time. */
async function tryToSend(
  request: PlannedRequest,
  ask: Ask,
  ms: number,
): Promise<HttpAnswer | 'absent' | undefined> {
  // Of the length and alphabet of a real one, so that it is compared as one.
  const bearer = request.credential === 'wrong' ? randomBytes(24).toString('hex') : undefined;
  try {
    return await sendHttp(request, { ask, bearer, ms });
  } catch (error) {
    return error instanceof ProbeFailure && error.outcome === 'refused' ? 'absent' : undefined;
  }
}

/** Page scripts introduce themselves as the Control UI; only then does a gateway ask where from. */
const PAGE = { id: 'openclaw-control-ui', mode: 'webchat' };
const COMMAND = { id: 'cli', mode: 'probe' };

async function tryToConnect(
  request: PlannedRequest,
  { ask, tool }: InspectOptions,
  ms: number,
): Promise<Verdict> {
  const end = performance.now() + ms;
  const left = () => Math.max(0, end - performance.now());
  const fromPage = request.id !== 'connect_bare';
  try {
    const socket = await openSocket(ask, left());
    try {
      const wire = await openWire(socket, ask.url, left(), request.headers);
      try {
        const client = fromPage ? PAGE : COMMAND;
        const { refusal } = await introduce(wire, client, { auth: {}, tool, left });
        if (refusal === null) return 'open';
        if (!fromPage) return 'refused';
        // The origin is looked at first: any other refusal means that this one was let through.
        if (/\borigin\b/i.test(refusal)) return 'refused';
        return /protocol|starting|invalid connect/i.test(refusal) ? 'unclear' : 'open';
      } finally {
        await wire.end();
      }
    } finally {
      socket.destroy();
    }
  } catch (error) {
    return error instanceof ProbeFailure && error.outcome === 'auth_refused' ? 'refused' : 'failed';
  }
}
