import { usesRemoteGateway } from '../config/remote-gateway.ts';
import type { Posture } from './posture.ts';

/** The gateway that was asked, and the release that it says it is. */
export interface RunningRelease {
  readonly url: string;
  readonly version: string;
}

/** Undefined when no gateway of this host was asked or none told: that of another host runs what is installed there. */
export function runningRelease(
  posture: Pick<Posture, 'snapshot' | 'config'>,
): RunningRelease | undefined {
  const { gatewayProbe, config } = posture.snapshot;
  if (gatewayProbe.status !== 'ok') return undefined;
  const { url, version } = gatewayProbe.value;
  if (version === undefined) return undefined;
  // Whose gateway was asked stands in the config; one that was not read says nothing, and throws.
  if (config.status !== 'ok' || config.value.unreadable) return undefined;
  return usesRemoteGateway(posture.config.string) ? undefined : { url, version };
}
