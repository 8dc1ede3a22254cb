import { randomUUID } from 'node:crypto';
import type { ProbeAuth } from './plan.ts';
import { type Outcome, ProbeFailure } from './result.ts';
import { type Frame, isFrame, type Wire } from './wire.ts';

const PROTOCOL = 3;
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

/**
 * Introduces itself as OpenClaw's own command line does and asks how the gateway is. No device key
 * is made or used, so a gateway that trusts only paired devices may answer less.
 * @throws ProbeFailure
 */
export async function converse(
  wire: Wire,
  { auth, tool, left }: Context,
): Promise<{ readonly outcome: Outcome; readonly error: string | null }> {
  const until = (end: number) => () => Math.min(left(), end - performance.now());
  await awaitChallenge(wire, until(performance.now() + CHALLENGE_MS));
  const call = (method: string, params: Frame) => ask(wire, method, params, left);

  const welcome = await call('connect', {
    minProtocol: PROTOCOL,
    maxProtocol: PROTOCOL,
    client: {
      id: 'cli',
      version: tool,
      platform: process.platform,
      mode: 'probe',
      instanceId: randomUUID(),
    },
    caps: [],
    role: 'operator',
    scopes: ['operator.read'],
    ...(Object.keys(auth).length > 0 ? { auth } : {}),
  });
  if (welcome !== null) {
    const close = await wire.closed(Math.min(CLOSE_MS, left()));
    const outcome = /protocol/i.test(welcome) ? 'protocol' : 'auth_refused';
    throw new ProbeFailure(outcome, welcome, close);
  }
  let limit: string | null = null;
  for (const question of QUESTIONS) {
    const refusal = await call(question, {});
    if (refusal === null) continue;
    if (!isLimit(refusal)) throw new ProbeFailure('protocol', refusal, null);
    limit ??= refusal;
  }
  return { outcome: limit === null ? 'healthy' : 'limited', error: limit };
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

/** The error text of the answer; null when it is a good one. Events in between are passed over. */
async function ask(
  wire: Wire,
  method: string,
  params: Frame,
  left: () => number,
): Promise<string | null> {
  const id = randomUUID();
  wire.send({ type: 'req', id, method, params });
  for (;;) {
    const frame = await wire.next(left(), `answer to ${method}`);
    if (frame.type !== 'res' || frame.id !== id) continue;
    return frame.ok === true ? null : errorText(frame.error, method);
  }
}

function errorText(error: unknown, method: string): string {
  if (!isFrame(error)) return `${method} refused`;
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return [text(error.code), text(error.message)].filter(Boolean).join(': ') || `${method} refused`;
}
