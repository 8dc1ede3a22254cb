import type { ConfigValue } from '../config/tree.ts';
import type { PluginDir, PluginFacts } from '../gather/snapshot.ts';
import { child, isObject, textItems } from './config.ts';
import { need } from './missing.ts';
import type { Posture } from './posture.ts';
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
}

type Needs = Pick<Posture, 'config' | 'snapshot' | 'tools'>;

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
  const none: PluginFacts = { extensionsDir: '', dirs: [], packages: [] };
  const { dirs, extensionsDir } = need(snapshot.plugins, 'plugins', none);
  const { files } = snapshot;
  const isLinked =
    files.status === 'ok' &&
    files.value.some(({ role, kind }) => role === 'extensions_dir' && kind === 'symlink');
  const directories = isLinked ? [] : dirs.filter(({ entry }) => entry === 'directory');
  return {
    ...view(posture, dirs.flatMap(installedFrom)),
    extensionsDir,
    hasAllowlist: config.strings('plugins', 'allow').length > 0,
    byReference: view(
      posture,
      directories.map(({ name, path }) => ({ id: name, path })),
    ),
  };
}
