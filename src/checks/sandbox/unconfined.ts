import { child } from '../../posture/config.ts';
import type { Posture } from '../../posture/posture.ts';
import { type ContainerSource, containerSources } from '../../posture/sandbox-sources.ts';

/** Container settings that switch a kernel profile off. */
export function unconfined(
  posture: Pick<Posture, 'config' | 'agents'>,
  key: 'seccompProfile' | 'apparmorProfile',
): readonly ContainerSource[] {
  return containerSources(posture, 'docker').filter(({ value }) => {
    const profile = child(value, key);
    return typeof profile === 'string' && profile.trim().toLowerCase() === 'unconfined';
  });
}
