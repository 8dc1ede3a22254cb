import { createCleaner } from './clean.ts';
import { openSocket } from './connect.ts';
import { converse } from './converse.ts';
import { type Ask, type ProbeSources, planProbe } from './plan.ts';
import { type Outcome, ProbeFailure, type ProbeResult } from './result.ts';
import { openWire } from './wire.ts';

interface ProbeOptions {
  /** Time for all of it. */
  readonly ms: number;
  /** Version of this program. */
  readonly tool: string;
}

/** Asks the running gateway once how it is. Never throws, never tries twice, keeps no answer. */
export async function probeGateway(
  sources: ProbeSources,
  options: ProbeOptions,
): Promise<ProbeResult> {
  const plan = planProbe(sources);
  if (plan.kind === 'not_asked')
    return { url: plan.shown, outcome: 'not_asked', error: plan.error, close: null };
  const clean = createCleaner(plan.secrets);
  const url = clean(plan.shown);
  try {
    const { outcome, error } = await converseWith(plan, options);
    return { url, outcome, error: error === null ? null : clean(error), close: null };
  } catch (error) {
    if (!(error instanceof ProbeFailure))
      return { url, outcome: 'protocol', error: 'the probe failed', close: null };
    const { outcome, message, close } = error;
    return {
      url,
      outcome,
      error: clean(message),
      close: close && { code: close.code, reason: clean(close.reason) },
    };
  }
}

async function converseWith(
  plan: Ask,
  { ms, tool }: ProbeOptions,
): Promise<{ readonly outcome: Outcome; readonly error: string | null }> {
  const end = performance.now() + ms;
  const left = () => Math.max(0, end - performance.now());
  const socket = await openSocket(plan, left());
  try {
    const wire = await openWire(socket, plan.url, left());
    try {
      return await converse(wire, { auth: plan.auth, tool, left });
    } finally {
      await wire.end();
    }
  } finally {
    socket.destroy();
  }
}
