import { type ConfigValue, child } from '../../config/tree.ts';
import { gatewayPort } from '../../live/plan.ts';
import { type Collecting, collect } from '../collect.ts';
import type { Snapshot } from '../snapshot.ts';
import { gatherProxies } from './proxies.ts';
import { gatherPublished } from './published.ts';
import { gatherTailnet } from './tailnet.ts';
import { gatherTunnels } from './tunnels.ts';

/** The ways by which others reach the gateway without its port being open to them. */
export type Ways = Pick<Snapshot, 'tailnet' | 'published' | 'tunnels' | 'proxies'>;

interface Input {
  /** Given to the programs that are asked. */
  readonly environment: NodeJS.ProcessEnv;
  readonly tree: ConfigValue;
  readonly env: (name: string) => string | undefined;
}

/** The gateway's own, and what OpenClaw derives from it: bridge, browser control and relay, canvas. */
const PORTS = 5;

/** Looks for them on this host. Each collector has a bound of its own. */
export async function gatherWays(
  run: Collecting,
  { environment, tree, env }: Input,
): Promise<Ways> {
  const written = child(child(tree, 'gateway'), 'port');
  const first = gatewayPort(env, typeof written === 'number' ? written : undefined);
  const ports = Array.from({ length: PORTS }, (_, i) => first + i);
  const { deadline } = run;
  const [tailnet, published, tunnels, proxies] = await Promise.all([
    collect(deadline, () => gatherTailnet(run, environment)),
    collect(deadline, () => gatherPublished(run, environment)),
    collect(deadline, () => gatherTunnels(run, ports)),
    collect(deadline, () => gatherProxies(run, ports)),
  ]);
  return { tailnet, published, tunnels, proxies };
}
