import type { ConfigValue } from '../config/tree.ts';
import { type Agent, normalizeAgentId } from './agents.ts';
import { isBrowserOn } from './browser.ts';
import { child, isObject, textItems } from './config.ts';
import type { ModelUse } from './models.ts';
import type { Posture } from './posture.ts';
import { generationOf } from './release.ts';
import { policyAllows, profilePolicy } from './tool-policy.ts';
import type { ToolWords } from './tool-words.ts';
import { scopePolicy } from './tools.ts';

/** What a model could read from the open web, and what it could then do. */
export interface ModelExposure {
  readonly sandboxMode: string;
  /** Web and browser tools within its reach. */
  readonly webTools: readonly string[];
  /** Nothing from the open web reaches it, and where that was asked for it is in a sandbox. */
  readonly contained: boolean;
}

type Needs = Pick<Posture, 'agents' | 'config' | 'env' | 'snapshot' | 'tools'>;

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
    ...(isBrowserOn(posture) ? ['browser'] : []),
  ];
}

type Allows = (tool: string) => boolean;

/** `tools.byProvider`: the policy of the model's full name, else of its provider. */
function providerPolicies(
  scope: ConfigValue | undefined,
  words: ToolWords,
): (model: string) => Allows {
  const all = child(scope, 'byProvider');
  const keys = isObject(all) ? Object.keys(all) : [];
  const byName = new Map(keys.map((key) => [key.trim().toLowerCase(), child(all, key)]));
  return (model) => {
    const id = model.toLowerCase();
    const policy = byName.get(id) ?? byName.get(id.split('/', 1)[0] ?? id);
    const profile = child(policy, 'profile');
    const base = profilePolicy(typeof profile === 'string' ? profile : undefined, words);
    const also = textItems(child(policy, 'alsoAllow'));
    const widened = base && { allow: [...base.allow, ...also], deny: base.deny };
    const own = scopePolicy(policy);
    return (tool) => policyAllows(widened, tool, words) && policyAllows(own, tool, words);
  };
}

/** What a model is exposed to: the agent's tools, less what `byProvider` takes from this model. */
export function modelExposure(posture: Needs): (use: ModelUse) => ModelExposure {
  const web = webTools(posture, false);
  const globally = providerPolicies(posture.config.get('tools'), posture.tools.words);
  return ({ id, agent }) => {
    const tools = posture.tools.of(agent);
    const byGlobal = globally(id);
    const byAgent = providerPolicies(child(agent?.entry, 'tools'), posture.tools.words)(id);
    return exposure(
      posture,
      tools.sandboxMode,
      web.filter((tool) => tools.allows(tool) && byGlobal(tool) && byAgent(tool)),
    );
  };
}

/** Later releases ask for the web only: a sandbox keeps web tools out anyhow. */
function exposure(
  { snapshot }: Needs,
  sandboxMode: string,
  webTools: readonly string[],
): ModelExposure {
  const boxed = sandboxMode === 'all' || generationOf(snapshot) !== '2026.2';
  return { sandboxMode, webTools, contained: boxed && webTools.length === 0 };
}

/** As OpenClaw's audit decides: agents are looked up by their label up to its first dot. */
export function modelExposureByReference(posture: Needs): (use: ModelUse) => ModelExposure {
  if (generationOf(posture.snapshot) !== '2026.2') return modelExposure(posture);
  const web = webTools(posture, true);
  const byId = new Map<string, Agent>();
  for (const agent of posture.agents.list) if (!byId.has(agent.id)) byId.set(agent.id, agent);
  return ({ agent }) => {
    const label = agent?.label.split('.', 1)[0];
    const found = label === undefined ? undefined : byId.get(normalizeAgentId(label));
    const tools = posture.tools.of(found);
    return exposure(posture, tools.sandboxMode, web.filter(tools.allowsByReference));
  };
}
