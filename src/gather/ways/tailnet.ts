import { isConnected, parseServeStatus, type TailscaleRoute } from '../../live/tailscale.ts';
import { runQuery } from '../child.ts';
import type { Collecting } from '../collect.ts';
import { findProgram } from '../find-program.ts';
import type { Part } from '../part.ts';

const QUERY_MS = 2000;
const MAX_BYTES = 1024 * 1024;
/** Where the macOS app keeps it, which puts nothing into PATH. */
const MAC_APP = '/Applications/Tailscale.app/Contents/MacOS/Tailscale';

/**
 * What Tailscale leads to this host, as its daemon says. Absent where there is no `tailscale`, or
 * no daemon that it reaches.
 */
export async function gatherTailnet(
  run: Collecting,
  env: NodeJS.ProcessEnv,
): Promise<Part<readonly TailscaleRoute[]>> {
  const command =
    findProgram('tailscale', { env, platform: run.platform }) ??
    (run.platform === 'darwin' ? MAC_APP : undefined);
  if (command === undefined) return { status: 'absent' };
  const status = await ask(run, env, command, ['status', '--json']);
  if (status.status !== 'ok' || !isConnected(status.value)) return partOf(status);
  const served = await ask(run, env, command, ['serve', 'status', '--json']);
  if (served.status !== 'ok') return partOf(served);
  return { status: 'ok', value: parseServeStatus(served.value) };
}

/** Only a daemon that does not answer in time, or at too great length, is a failure. */
function partOf(answer: Part<unknown>): Part<never> {
  return answer.status === 'failed' && answer.reason !== 'failed' ? answer : { status: 'absent' };
}

async function ask(
  run: Collecting,
  env: NodeJS.ProcessEnv,
  command: string,
  args: readonly string[],
): Promise<Part<unknown>> {
  const answer = await runQuery(command, args, {
    timeoutMs: Math.min(QUERY_MS, run.deadline.left()),
    maxBytes: MAX_BYTES,
    env,
  });
  const subject = `tailscale ${args.join(' ')}`;
  if (answer.status === 'failed')
    return { status: 'failed', reason: answer.reason, detail: subject };
  if (answer.exitCode !== 0) return { status: 'absent' };
  try {
    return { status: 'ok', value: JSON.parse(answer.stdout.toString('utf8') || '{}') };
  } catch {
    return { status: 'failed', reason: 'malformed', detail: subject };
  }
}
