import type { Snapshot } from '../gather/snapshot.ts';
import { probeSucceeded } from '../posture/probe.ts';
import type { Report } from './report.ts';

/** What `--deep` adds to a report; nothing without it. */
export function reportDeep(
  { gatewayProbe: part, live }: Snapshot,
  compat: boolean,
): Pick<Report, 'deep'> {
  if (part.status === 'absent') return {};
  if (part.status === 'failed') {
    const { reason } = part;
    const none = { attempted: false, url: '', ok: false, close: null };
    return { deep: { gateway: { ...none, error: reason, outcome: 'unmeasured' }, requests: [] } };
  }
  const { url, outcome, error, close } = part.value;
  const ok = probeSucceeded(part.value, compat);
  const attempted = outcome !== 'not_asked';
  const gateway = { attempted, url, ok, error: ok ? null : error, close, outcome };
  return { deep: { gateway, requests: live.status === 'ok' ? live.value.requests : [] } };
}
