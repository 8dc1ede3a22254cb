import type { ConfigValue } from '../config/tree.ts';
import type { Route } from '../document/route.ts';
import type { Agent } from './agents.ts';
import { child } from './config.ts';
import type { Posture } from './posture.ts';
import { generationOf } from './release.ts';

/** One place of the config that names a model. */
export interface ModelUse {
  /** As written, blanks cut off; later releases resolve aliases. */
  readonly id: string;
  /** The setting in OpenClaw's words: `agents.list.<id>.model.primary`. */
  readonly source: string;
  readonly route: Route;
  /** The agent that runs it; undefined for `agents.defaults`. */
  readonly agent: Agent | undefined;
  /** Only looks at images, holds no conversation. */
  readonly image: boolean;
}

export interface Models {
  /** Models of `agents.defaults` (text, then image) and of each listed agent. */
  readonly uses: readonly ModelUse[];
}

type Place = Pick<ModelUse, 'route' | 'agent' | 'image'> & {
  readonly source: string;
  /** What the source is called when the model is written as a plain string. */
  readonly plainSource: string;
};

function* usesOf(value: ConfigValue | undefined, place: Place): Generator<ModelUse> {
  const { agent, image } = place;
  const use = (written: ConfigValue | undefined, source: string, route: Route) => {
    const id = typeof written === 'string' ? written.trim() : '';
    return id ? [{ id, source, route, agent, image }] : [];
  };
  if (typeof value === 'string') {
    yield* use(value, place.plainSource, place.route);
    return;
  }
  yield* use(child(value, 'primary'), `${place.source}.primary`, [...place.route, 'primary']);
  const fallbacks = child(value, 'fallbacks');
  if (!Array.isArray(fallbacks)) return;
  for (const [index, id] of fallbacks.entries()) {
    yield* use(id, `${place.source}.fallbacks`, [...place.route, 'fallbacks', index]);
  }
}

/** Later releases look through the names that a config gives to models. */
function withoutAlias(config: Posture['config']): (use: ModelUse) => ModelUse {
  const names = new Map<string, string>();
  for (const id of config.keys('agents', 'defaults', 'models')) {
    const alias = config.trimmed('agents', 'defaults', 'models', id, 'alias');
    if (alias) names.set(alias.toLowerCase(), id);
  }
  return (use) => ({ ...use, id: names.get(use.id.toLowerCase()) ?? use.id });
}

export function resolveModels({
  config,
  agents,
  snapshot,
}: Pick<Posture, 'config' | 'agents' | 'snapshot'>): Models {
  const uses: ModelUse[] = [];
  for (const [key, image] of [['model', false] as const, ['imageModel', true] as const]) {
    const source = `agents.defaults.${key}`;
    const route = ['agents', 'defaults', key];
    const place = { source, plainSource: `${source}.primary`, route, agent: undefined, image };
    uses.push(...usesOf(config.get(...route), place));
  }
  for (const agent of agents.list) {
    if (agent.index === undefined) continue;
    const source = `${agents.path}.${agent.label}.model`;
    const route = ['agents', 'list', agent.index, 'model'];
    const place = { source, plainSource: source, route, agent, image: false };
    uses.push(...usesOf(child(agent.entry, 'model'), place));
  }
  return { uses: generationOf(snapshot) === '2026.2' ? uses : uses.map(withoutAlias(config)) };
}
