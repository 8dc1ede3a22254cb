import { type PublishedPort, parsePublished } from '../../live/published.ts';
import { runQuery } from '../child.ts';
import type { Collecting } from '../collect.ts';
import { canOnlyFail, findDocker } from '../docker-command.ts';
import type { Part } from '../part.ts';

const QUERY_MS = 2000;
const MAX_BYTES = 1024 * 1024;
const LIST = ['ps', '--format', '{{.Names}}\t{{.Ports}}'];

/** Which ports running containers publish; absent without a docker that answers. */
export async function gatherPublished(
  run: Collecting,
  env: NodeJS.ProcessEnv,
): Promise<Part<readonly PublishedPort[]>> {
  const host = { env, platform: run.platform };
  const command = findDocker(host);
  if (command === undefined || canOnlyFail(command, host)) return { status: 'absent' };
  const answer = await runQuery(command, LIST, {
    timeoutMs: Math.min(QUERY_MS, run.deadline.left()),
    maxBytes: MAX_BYTES,
    env,
  });
  if (answer.status === 'failed')
    return answer.reason === 'failed'
      ? { status: 'absent' }
      : { status: 'failed', reason: answer.reason, detail: 'docker ps' };
  if (answer.exitCode !== 0) return { status: 'absent' };
  return { status: 'ok', value: parsePublished(answer.stdout.toString('utf8')) };
}
