import { knowledgeOf, orderReleases } from '../config/known-releases.ts';
import type { Posture } from './posture.ts';

/** How the release that wrote the config stands to the one that is installed. */
export interface ReleaseFacts {
  readonly mismatch?: {
    readonly config: string;
    readonly installed: string;
    readonly place: string;
    /** Older counts only when the releases read a config differently. */
    readonly config_is: 'newer' | 'older';
  };
}

export function resolveRelease({ snapshot }: Pick<Posture, 'snapshot'>): ReleaseFacts {
  const { configRecord: config, installed } = snapshot.version;
  if (config === undefined || installed === undefined) return {};
  const order = orderReleases(config, installed.version);
  const found = { config, installed: installed.version, place: installed.place };
  if (order > 0) return { mismatch: { ...found, config_is: 'newer' } };
  const alike = knowledgeOf(config).generation === knowledgeOf(installed.version).generation;
  return order === 0 || alike ? {} : { mismatch: { ...found, config_is: 'older' } };
}
