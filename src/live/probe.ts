import { createCleaner } from './clean.ts';
import { openSocket } from './connect.ts';
import { converse, type Talk } from './converse.ts';
import type { Ask, Plan } from './plan.ts';
import { ProbeFailure, type ProbeResult } from './result.ts';
import { openWire } from './wire.ts';

interface ProbeOptions {
  /** Time for all of it. */
  readonly ms: number;
  /** Version of this program. */
  readonly tool: string;
}

/** Asks the running gateway once how it is. Never throws, never tries twice, keeps no answer. */
export async function probeGateway(plan: Plan, options: ProbeOptions): Promise<ProbeResult> {
  if (plan.kind === 'not_asked')
    return { url: plan.shown, outcome: 'not_asked', error: plan.error, close: null };
  const clean = createCleaner(plan.secrets);
  const url = clean(plan.shown);
  try {
    const talk = await converseWith(plan, options);
    return { ...talk, url, error: talk.error === null ? null : clean(talk.error), close: null };
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

async function converseWith(plan: Ask, { ms, tool }: ProbeOptions): Promise<Talk> {
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
