import type { Check } from '../checks/define.ts';
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

/** The parts of a posture that `--deep` alone fills, and of what in the snapshot. */
const FILLED_BY_DEEP = {
  live: ['live', 'gatewayProbe'],
  listeners: ['listeners'],
  ways: ['tailnet', 'published', 'tunnels', 'proxies'],
  gatewayProbe: ['gatewayProbe'],
  code: ['code'],
} as const;

const isFilledByDeep = (part: string): part is keyof typeof FILLED_BY_DEEP =>
  Object.hasOwn(FILLED_BY_DEEP, part);

/** Tells a check of nothing but what was not asked for: it has nothing to find. */
export function emptyHanded(snapshot: Snapshot): (check: Pick<Check, 'needs'>) => boolean {
  const isEmpty = (part: keyof typeof FILLED_BY_DEEP) =>
    FILLED_BY_DEEP[part].every((name) => snapshot[name].status === 'absent');
  return ({ needs }) => {
    const asked = needs.filter(isFilledByDeep);
    return asked.length > 0 && asked.every(isEmpty);
  };
}
