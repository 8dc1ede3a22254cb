import type { LoadedConfig } from '../config/load.ts';
import type { Redactor } from '../config/redact.ts';
import type { ProbeAuth } from '../live/plan.ts';
import type { Deadline } from './deadline.ts';
import { childOf } from './settings.ts';
import type { GatewayProbe, Part } from './snapshot.ts';

interface Input {
  readonly loaded: LoadedConfig;
  readonly env: (name: string) => string | undefined;
  /** Credentials that take the place of the configured ones; blank where there are none. */
  readonly given: ProbeAuth;
  readonly redactor: Redactor;
  readonly deadline: Deadline;
  readonly tool: string;
}

const TOTAL_MS = 5000;
/** A probe that ends this close to the end of the run was cut off by it. */
const CUT_OFF_MS = 10;

/** Asks the running gateway how it is. The only collector that opens a connection. */
export async function gatherGatewayProbe(input: Input): Promise<Part<GatewayProbe>> {
  const { loaded, env, given, redactor, deadline, tool } = input;
  const { tree, unreadable } = loaded.snapshot;
  // Without the config nobody knows which port is this gateway's, and a credential may go astray.
  if (unreadable) return { status: 'failed', reason: 'unreadable', detail: 'config' };
  const { probeGateway } = await import('../live/probe.ts');
  const gateway = childOf(tree, 'gateway');
  const port = childOf(gateway, 'port');
  const { url, outcome, error, close } = await probeGateway(
    {
      setting: loaded.rawString,
      env,
      given,
      port: typeof port === 'number' ? port : undefined,
      tls: childOf(childOf(gateway, 'tls'), 'enabled') === true,
    },
    { ms: Math.min(TOTAL_MS, deadline.left()), tool },
  );
  if (error !== null && deadline.left() < CUT_OFF_MS)
    return { status: 'failed', reason: 'deadline' };
  return {
    status: 'ok',
    value: {
      url: redactor.text(url),
      outcome,
      error: error === null ? null : redactor.text(error),
      close: close && { code: close.code, reason: redactor.text(close.reason) },
    },
  };
}
