import { randomUUID } from 'node:crypto';
import { isJsonObject } from '../document/json-object.ts';
import type { ProbeAuth } from './plan.ts';
import { type Outcome, ProbeFailure } from './result.ts';
import { readSelfReport, type SelfReport } from './self-report.ts';
import type { Frame, Wire } from './wire.ts';

/** Releases of 2026.2 speak 3, later ones 4. */
const PROTOCOLS = { minProtocol: 3, maxProtocol: 4 };
const CHALLENGE_MS = 2000;
/** Time for a close frame to follow a refusal. */
const CLOSE_MS = 200;
/** Questions whose answers say nothing secret; they are not looked at, only that there is one. */
const QUESTIONS = ['health', 'status', 'system-presence'];

interface Context {
  readonly auth: ProbeAuth;
  /** Version of this program. */
  readonly tool: string;
  /** Milliseconds left. */
  readonly left: () => number;
}

/** What came of a conversation. */
export interface Talk extends SelfReport {
  readonly outcome: Outcome;
  readonly error: string | null;
}

/**
 * Introduces itself as OpenClaw's own command line does and asks how the gateway is. No device key
 * is made or used, so a gateway that trusts only paired devices may answer less.
 * @throws ProbeFailure
 */
export async function converse(wire: Wire, { auth, tool, left }: Context): Promise<Talk> {
  const call = (method: string, params: Frame) => ask(wire, method, params, left);
  const client = { id: 'cli', mode: 'probe' };
  const welcome = await introduce(wire, client, { auth, tool, left });
  if (welcome.refusal !== null) {
    // The credential was not even looked at: it is a key of a paired device that is missing.
    if (welcome.wantsDevice) return { outcome: 'limited', error: welcome.refusal };
    const close = await wire.closed(Math.min(CLOSE_MS, left()));
    // One that is still starting says so before it looks at a credential.
    const other = /protocol|^UNAVAILABLE\b/i.test(welcome.refusal);
    const outcome = other ? 'protocol' : 'auth_refused';
    throw new ProbeFailure(outcome, welcome.refusal, close);
  }
  const known = readSelfReport(welcome.payload, Object.values(auth));
  let limit: string | null = null;
  for (const question of QUESTIONS) {
    const { refusal } = await call(question, {});
    if (refusal === null) continue;
    if (!isLimit(refusal)) throw new ProbeFailure('protocol', refusal, null);
    limit ??= refusal;
  }
  return { outcome: limit === null ? 'healthy' : 'limited', error: limit, ...known };
}

/** How a gateway takes someone who introduces himself. */
interface Welcome extends Answer {
  /** It wants the key of a paired device before it looks at anything else. */
  readonly wantsDevice: boolean;
}

/** Waits for the challenge and sends one `connect`. @throws ProbeFailure */
export async function introduce(
  wire: Wire,
  client: { readonly id: string; readonly mode: string },
  { auth, tool, left }: Context,
): Promise<Welcome> {
  const end = performance.now() + CHALLENGE_MS;
  await awaitChallenge(wire, () => Math.min(left(), end - performance.now()));
  const params = {
    ...PROTOCOLS,
    client: {
      ...client,
      version: tool,
      platform: process.platform,
      instanceId: randomUUID(),
    },
    caps: [],
    role: 'operator',
    scopes: ['operator.read'],
    ...(Object.keys(auth).length > 0 ? { auth } : {}),
  };
  const answer = await ask(wire, 'connect', params, left);
  return { ...answer, wantsDevice: answer.code === 'NOT_PAIRED' };
}

/** Whether an answer means "not you", rather than "not at all". */
function isLimit(refusal: string): boolean {
  return /\bscopes?\b|permission|forbidden/i.test(refusal);
}

async function awaitChallenge(wire: Wire, left: () => number): Promise<void> {
  for (;;) {
    const frame = await wire.next(left(), 'challenge');
    if (frame.type === 'event' && frame.event === 'connect.challenge') return;
  }
}

interface Answer {
  /** The error text; null when the answer is a good one. */
  readonly refusal: string | null;
  readonly code: string;
  readonly payload: Frame;
}

/** Asks one thing. Events in between are passed over. */
async function ask(wire: Wire, method: string, params: Frame, left: () => number): Promise<Answer> {
  const id = randomUUID();
  wire.send({ type: 'req', id, method, params });
  for (;;) {
    const frame = await wire.next(left(), `answer to ${method}`);
    if (frame.type !== 'res' || frame.id !== id) continue;
    const error = isJsonObject(frame.error) ? frame.error : {};
    const code = typeof error.code === 'string' ? error.code : '';
    const refusal = frame.ok === true ? null : errorText(error, method);
    return { refusal, code, payload: isJsonObject(frame.payload) ? frame.payload : {} };
  }
}

function errorText(error: Frame, method: string): string {
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return [text(error.code), text(error.message)].filter(Boolean).join(': ') || `${method} refused`;
}
