import { ALL_CHANNELS } from '../config/known-channels.ts';
import type { ConfigValue } from '../config/tree.ts';
import type { PluginDir, PluginFacts } from '../gather/plugin-facts.ts';
import { isPutAside } from '../gather/put-aside.ts';
import { child, isObject, textItems } from './config.ts';
import { need } from './missing.ts';
import type { Posture } from './posture.ts';
import { generationOf } from './release.ts';
import type { AgentTools } from './tools.ts';

/** Code below `<state>/extensions` that OpenClaw takes for a plugin. */
interface InstalledPlugin {
  /** What the config calls it. */
  readonly id: string;
  readonly path: string;
}

/** Installed plugins, and which of them are switched on. */
interface PluginView {
  readonly installed: readonly InstalledPlugin[];
  readonly enabled: readonly InstalledPlugin[];
  /** Contexts whose tool policy lets tools of enabled plugins through. */
  readonly permissive: readonly AgentTools[];
  /** The same as OpenClaw's audit decides: `alsoAllow` does not widen a profile. */
  readonly permissiveByReference: readonly AgentTools[];
}

export interface Plugins extends PluginView {
  readonly extensionsDir: string;
  /** `plugins.allow` names at least one plugin. */
  readonly hasAllowlist: boolean;
  /** As OpenClaw's audit sees it: every real sub-directory is a plugin named like the directory. */
  readonly byReference: PluginView;
  /** Entries of `plugins.allow` that nothing answers to, when there are plugins at all. */
  readonly phantoms: readonly { readonly id: string; readonly index: number }[];
}

type Needs = Pick<Posture, 'config' | 'snapshot' | 'tools'>;

const NO_PLUGINS: PluginFacts = { extensionsDir: '', dirs: [], packages: [] };
const CODE_FILE = /\.[cm]?[jt]s$/i;
const DECLARATION_FILE = /\.d\.[cm]?ts$/i;
/** No tool is called so: it passes where unknown tools pass. */
const UNKNOWN_TOOL = 'openclaw-security-unknown-plugin-tool';
const ALL_PLUGINS = 'group:plugins';

function installedFrom(dir: PluginDir): readonly InstalledPlugin[] {
  if (dir.name.startsWith('.') || dir.name === 'node_modules') return [];
  if (dir.entry === 'directory' || dir.manifestId !== undefined) {
    return [{ id: dir.manifestId ?? dir.name, path: dir.path }];
  }
  if (!CODE_FILE.test(dir.name) || DECLARATION_FILE.test(dir.name)) return [];
  return [{ id: dir.name.replace(CODE_FILE, ''), path: dir.path }];
}

/** Plugins that come with OpenClaw or are known to its index of official ones. */
const OFFICIAL: ReadonlySet<string> = new Set([
  ...ALL_CHANNELS,
  ...(
    'active-memory admin-http-rpc alibaba anthropic apple-fm azure-speech beam bonjour browser canvas ' +
    'clawrouter code-mode-quickjs codex copilot-proxy crabbox cua-computer deepgram device-pair diffs ' +
    'document-extract elevenlabs fal file-transfer geolocation github github-copilot google huggingface ' +
    'imap linux-node litellm llm-task lmstudio lobster logbook memory-core memory-lancedb memory-wiki ' +
    'microsoft microsoft-foundry migrate-claude migrate-hermes minimax nvidia oc-path ollama onepassword ' +
    'open-prose openai opencode-go openrouter policy runway senseaudio session-share sglang talk-voice ' +
    'together tts-local-cli vault vllm voice-call web-readability webhooks workboard xai'
  ).split(' '),
]);

function phantoms(
  { config, snapshot }: Needs,
  directories: readonly PluginDir[],
): Plugins['phantoms'] {
  if (directories.length === 0) return [];
  const known = new Set(
    [...OFFICIAL, ...directories.flatMap(({ name, manifestId }) => [name, manifestId ?? name])].map(
      normal,
    ),
  );
  const { packages, managed = [] } = need(snapshot.plugins, 'plugins', NO_PLUGINS);
  for (const { name } of packages) if (name !== undefined) known.add(normal(name));
  for (const { id, hasManifest } of managed) if (hasManifest) known.add(normal(id));
  return config.items('plugins', 'allow').flatMap((item, index) => {
    const id = typeof item === 'string' ? normal(item) : '';
    return id === '' || id === ALL_PLUGINS || known.has(id) ? [] : [{ id, index }];
  });
}

const normal = (name: string) => name.trim().toLowerCase();

/** Whether `plugins.*` lets a plugin run. */
function enabler({ config }: Needs): (plugin: InstalledPlugin) => boolean {
  const names = (key: string) => new Set(config.strings('plugins', key).map(normal));
  const [allow, deny] = [names('allow'), names('deny')];
  const off = new Set(
    config
      .keys('plugins', 'entries')
      .filter((key) => config.boolean('plugins', 'entries', key, 'enabled') === false)
      .map(normal),
  );
  const anyEnabled = config.boolean('plugins', 'enabled') !== false;
  return (plugin) => {
    const id = normal(plugin.id);
    const allowed = allow.size === 0 || allow.has(id);
    return anyEnabled && allowed && !deny.has(id) && !off.has(id);
  };
}

/** Whether `allow` or `alsoAllow` of a scope, or of one of its `byProvider`, names something wanted. */
function namesAny(
  scope: ConfigValue | undefined,
  keys: readonly string[],
  wanted: ReadonlySet<string>,
): boolean {
  const providers = child(scope, 'byProvider');
  const policies = [scope, ...(isObject(providers) ? Object.values(providers) : [])];
  return policies.some((policy) =>
    keys.some((key) => textItems(child(policy, key)).some((name) => wanted.has(normal(name)))),
  );
}

function permissive(
  { config, tools }: Needs,
  enabled: readonly InstalledPlugin[],
  byReference: boolean,
): readonly AgentTools[] {
  if (enabled.length === 0) return [];
  const wanted = new Set([ALL_PLUGINS, ...enabled.map(({ id }) => normal(id))]);
  const every = ['allow', 'alsoAllow'];
  // A profile is widened by `alsoAllow` only.
  const widening = ['alsoAllow'];
  const globally = namesAny(config.get('tools'), every, wanted);
  const widened = namesAny(config.get('tools'), widening, wanted);
  return tools.contexts.filter((context) => {
    const allows = byReference ? context.allowsByReference : context.allows;
    if (allows(UNKNOWN_TOOL)) return true;
    const own = child(context.agent?.entry, 'tools');
    const isFree = context.profile === undefined || context.profile === 'full';
    if (isFree) return globally || namesAny(own, every, wanted);
    return !byReference && (widened || namesAny(own, widening, wanted));
  });
}

function view(posture: Needs, installed: readonly InstalledPlugin[]): PluginView {
  const enabled = installed.filter(enabler(posture));
  return {
    installed,
    enabled,
    permissive: permissive(posture, enabled, false),
    permissiveByReference: permissive(posture, enabled, true),
  };
}

export function resolvePlugins(posture: Needs): Plugins {
  const { config, snapshot } = posture;
  const { dirs, extensionsDir } = need(snapshot.plugins, 'plugins', NO_PLUGINS);
  const { files } = snapshot;
  const isLinked =
    files.status === 'ok' &&
    files.value.some(({ role, kind }) => role === 'extensions_dir' && kind === 'symlink');
  const later = generationOf(snapshot) !== '2026.2';
  const directories = isLinked
    ? []
    : dirs.filter(({ entry, name }) => entry === 'directory' && !(later && isPutAside(name)));
  return {
    ...view(
      posture,
      dirs.filter(({ name }) => !(later && isPutAside(name))).flatMap(installedFrom),
    ),
    extensionsDir,
    hasAllowlist: config.strings('plugins', 'allow').length > 0,
    phantoms: phantoms(posture, directories),
    byReference: view(
      posture,
      directories.map(({ name, path }) => ({ id: name, path })),
    ),
  };
}
