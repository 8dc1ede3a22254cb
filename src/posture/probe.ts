import type { GatewayProbe } from '../gather/snapshot.ts';

/**
 * Whether the gateway is there and is ours. OpenClaw's own audit (`strict`) counts one that answers
 * and takes the credential as failed when it then refuses a question for want of a scope.
 */
export function probeSucceeded({ outcome }: GatewayProbe, strict: boolean): boolean {
  return outcome === 'healthy' || (outcome === 'limited' && !strict);
}
