import type { ConfigValue } from '../config/tree.ts';
import { type Agent, normalizeAgentId } from './agents.ts';
import { child, isObject, textItems } from './config.ts';
import type { ModelUse } from './models.ts';
import type { Posture } from './posture.ts';
import { policyAllows, profilePolicy } from './tool-policy.ts';
import { scopePolicy } from './tools.ts';

/** What a model could read from the open web, and what it could then do. */
export interface ModelExposure {
  readonly sandboxMode: string;
  /** Web and browser tools within its reach. */
  readonly webTools: readonly string[];
}

type Needs = Pick<Posture, 'agents' | 'config' | 'env' | 'tools'>;

const SEARCH_KEYS_BY_REFERENCE: readonly (readonly string[])[] = [
  ['apiKey'],
  ['perplexity', 'apiKey'],
];
const SEARCH_KEYS: readonly (readonly string[])[] = [
  ...SEARCH_KEYS_BY_REFERENCE,
  ['grok', 'apiKey'],
  ['gemini', 'apiKey'],
  ['kimi', 'apiKey'],
];
const SEARCH_ENV_BY_REFERENCE = ['BRAVE_API_KEY', 'PERPLEXITY_API_KEY', 'OPENROUTER_API_KEY'];
const SEARCH_ENV = [
  ...SEARCH_ENV_BY_REFERENCE,
  'XAI_API_KEY',
  'GEMINI_API_KEY',
  'KIMI_API_KEY',
  'MOONSHOT_API_KEY',
];

function searchWorks({ config, env }: Needs, byReference: boolean): boolean {
  const enabled = config.boolean('tools', 'web', 'search', 'enabled');
  if (enabled !== undefined) return enabled;
  const keys = byReference ? SEARCH_KEYS_BY_REFERENCE : SEARCH_KEYS;
  const names = byReference ? SEARCH_ENV_BY_REFERENCE : SEARCH_ENV;
  const isKey = (route: readonly string[]) => {
    const secret = config.secret('tools', 'web', 'search', ...route);
    return secret !== undefined && (secret.length > 0 || secret.kind === 'ref');
  };
  return keys.some(isKey) || names.some((name) => env.has(name));
}

function webTools(posture: Needs, byReference: boolean): readonly string[] {
  const { config } = posture;
  return [
    ...(searchWorks(posture, byReference) ? ['web_search'] : []),
    ...(config.boolean('tools', 'web', 'fetch', 'enabled') === false ? [] : ['web_fetch']),
    ...(config.boolean('browser', 'enabled') === false ? [] : ['browser']),
  ];
}

type Allows = (tool: string) => boolean;

/** `tools.byProvider`: the policy of the model's full name, else of its provider. */
function providerPolicies(scope: ConfigValue | undefined): (model: string) => Allows {
  const all = child(scope, 'byProvider');
  const keys = isObject(all) ? Object.keys(all) : [];
  const byName = new Map(keys.map((key) => [key.trim().toLowerCase(), child(all, key)]));
  return (model) => {
    const id = model.toLowerCase();
    const policy = byName.get(id) ?? byName.get(id.split('/', 1)[0] ?? id);
    const profile = child(policy, 'profile');
    const base = profilePolicy(typeof profile === 'string' ? profile : undefined);
    const also = textItems(child(policy, 'alsoAllow'));
    const widened = base && { allow: [...base.allow, ...also], deny: base.deny };
    const own = scopePolicy(policy);
    return (tool) => policyAllows(widened, tool) && policyAllows(own, tool);
  };
}

/** What a model is exposed to: the agent's tools, less what `byProvider` takes from this model. */
export function modelExposure(posture: Needs): (use: ModelUse) => ModelExposure {
  const web = webTools(posture, false);
  const globally = providerPolicies(posture.config.get('tools'));
  return ({ id, agent }) => {
    const tools = posture.tools.of(agent);
    const byGlobal = globally(id);
    const byAgent = providerPolicies(child(agent?.entry, 'tools'))(id);
    return {
      sandboxMode: tools.sandboxMode,
      webTools: web.filter((tool) => tools.allows(tool) && byGlobal(tool) && byAgent(tool)),
    };
  };
}

/** As OpenClaw's audit decides: agents are looked up by their label up to its first dot. */
export function modelExposureByReference(posture: Needs): (use: ModelUse) => ModelExposure {
  const web = webTools(posture, true);
  const byId = new Map<string, Agent>();
  for (const agent of posture.agents.list) if (!byId.has(agent.id)) byId.set(agent.id, agent);
  return ({ agent }) => {
    const label = agent?.label.split('.', 1)[0];
    const found = label === undefined ? undefined : byId.get(normalizeAgentId(label));
    const tools = posture.tools.of(found);
    return {
      sandboxMode: tools.sandboxMode,
      webTools: web.filter(tools.allowsByReference),
    };
  };
}
