import { parseRelease } from '../config/release.ts';
import type { AdvisoryData } from '../posture/advisory-data.ts';
import { renderAdvisories, renderAdvisoriesJson } from '../report/advisories.ts';
import type { Call } from './command.ts';
import { UsageError } from './errors.ts';
import { textLook } from './look.ts';
import { readVersion } from './settings.ts';

/** `advisories`: prints what is known to be wrong with OpenClaw, or with one release of it. */
export async function advisories({ typed, lang, io }: Call): Promise<number> {
  const { flags, values } = typed;
  const release = readVersion(values.get('openclaw-version')?.at(-1));
  if (release !== undefined && !parseRelease(release))
    throw new UsageError('bad_version', { option: '--openclaw-version', value: release });
  const request = {
    list: await readList(values.get('advisories')?.at(-1)),
    release,
    now: Date.now(),
  };
  const look = { ...textLook(io, !flags.has('no-color')), lang };
  io.out(flags.has('json') ? renderAdvisoriesJson(request) : renderAdvisories(request, look));
  return 0;
}

async function readList(path: string | undefined): Promise<AdvisoryData> {
  if (path !== undefined) return (await import('./advisory-file.ts')).readAdvisoryFile(path);
  const { default: list } = await import('../../data/advisories.json', { with: { type: 'json' } });
  // The shape of the file that comes along is checked when it is generated.
  return list as AdvisoryData;
}
