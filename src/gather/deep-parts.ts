import type { Generation } from '../config/known-releases.ts';
import { collect } from './collect.ts';
import type { Deadline } from './deadline.ts';
import type { GatherOptions } from './gather-options.ts';
import type { Part } from './part.ts';
import type { InstalledScan } from './scan/scan-installed.ts';
import type { Snapshot } from './snapshot.ts';
import type { Ways } from './ways/ways.ts';

/** What reads the code of skills and plugins; undefined without `--deep`. */
export async function startScan(
  { deep, deadline }: GatherOptions,
  reference: Generation,
): Promise<InstalledScan | undefined> {
  if (!deep) return undefined;
  const { scanOfInstalled } = await import('./scan/scan-installed.ts');
  return scanOfInstalled({ deadline, reference });
}

/** A part that is only measured where there is a scan. */
export async function whenScanned<T>(
  scan: InstalledScan | undefined,
  deadline: Deadline,
  gatherPart: (scan: InstalledScan) => Promise<Part<T>>,
): Promise<Part<T>> {
  return scan ? collect(deadline, () => gatherPart(scan)) : { status: 'absent' };
}

type GatewayParts = Pick<Snapshot, 'gatewayProbe' | 'live' | 'listeners'>;

/** Three parts of one collector: what goes wrong in it stays in all of them. */
export async function askGateway(
  { deep, deadline }: GatherOptions,
  ask: () => Promise<GatewayParts>,
): Promise<GatewayParts> {
  let parts: GatewayParts | undefined;
  const outcome: Part<never> = deep
    ? await collect<never>(deadline, async () => {
        parts = await ask();
        return { status: 'absent' };
      })
    : { status: 'absent' };
  return parts ?? { gatewayProbe: outcome, live: outcome, listeners: outcome };
}

/** Nothing is asked of other programs either when requests are only to be listed. */
export async function askWays(
  { deep, dryRun = false }: GatherOptions,
  ask: () => Promise<Ways>,
): Promise<Ways> {
  if (deep && !dryRun) return ask();
  const none = { status: 'absent' } as const;
  return { tailnet: none, published: none, tunnels: none, proxies: none };
}
