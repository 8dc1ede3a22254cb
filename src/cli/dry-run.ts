import { renderDryRun, renderDryRunJson } from '../report/dry-run.ts';
import type { Call } from './command.ts';
import { IncompleteError } from './errors.ts';
import type { AuditSettings } from './settings.ts';
import { takeSnapshot } from './take-snapshot.ts';

/** `audit --deep --dry-run`: lists what would be asked of the gateway, and asks nothing. */
export async function listRequests({ lang, io }: Call, settings: AuditSettings): Promise<number> {
  const { live } = await takeSnapshot(settings, io);
  if (live.status !== 'ok') throw new IncompleteError('no_requests', {});
  const { requests } = live.value;
  io.out(settings.json ? renderDryRunJson(requests) : renderDryRun(requests, lang));
  return 0;
}
