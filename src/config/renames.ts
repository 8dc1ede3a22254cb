import type { Route } from '../document/route.ts';

/** A setting that 2026.2 calls by one name and 2026.9 by another, with the same meaning. */
export interface Rename {
  readonly old: Route;
  readonly current: Route;
}

const renamed = (old: string, current: string): Rename => ({
  old: old.split('.'),
  current: current.split('.'),
});

/** The value means the same under both names: it may be moved without changing it. */
export const RENAMES: readonly Rename[] = [
  renamed('gateway.nodes.denyCommands', 'gateway.nodes.commands.deny'),
  renamed('gateway.nodes.allowCommands', 'gateway.nodes.commands.allow'),
  renamed('gateway.token', 'gateway.auth.token'),
  renamed('tools.exec.timeoutSec', 'tools.exec.timeoutSeconds'),
  renamed(
    'browser.ssrfPolicy.allowPrivateNetwork',
    'browser.ssrfPolicy.dangerouslyAllowPrivateNetwork',
  ),
  renamed('browser.ssrfPolicy.hostnameAllowlist', 'browser.ssrfPolicy.allowedHostnames'),
  renamed('session.idleMinutes', 'session.reset.idleMinutes'),
  renamed('messages.tts', 'tts'),
  renamed('agents.defaults.memorySearch', 'memory.search'),
];

/** Settings that 2026.9 accepts and then pays no attention to. */
export const RETIRED: readonly Route[] = [
  ['gateway', 'controlUi', 'dangerouslyDisableDeviceAuth'],
  ['mcp', 'servers', '*', 'type'],
];

/** What replaced a setting of 2026.2 whose value has to be rewritten by hand. */
export const REPLACED: readonly (readonly [old: string, current: string])[] = [
  ['agents.list', 'agents.entries.<id>'],
  ['tools.message.allowCrossContextSend', 'tools.message.crossContext'],
  ['agents.defaults.sandbox.perSession', 'agents.defaults.sandbox.scope'],
  ['agents.entries.*.sandbox.perSession', 'agents.entries.<id>.sandbox.scope'],
  ['agents.defaults.sandbox.browser.enableNoVnc', 'agents.defaults.sandbox.browser.noVncEnabled'],
  ['tools.web.search.apiKey', 'plugins.entries.<provider>.config.webSearch.apiKey'],
  ['env.*', 'env.vars.<NAME>'],
  ['logging.redactSensitive', 'logging.redactPatterns'],
  ['web', 'channels.whatsapp.enabled'],
  ['media', 'attachments'],
];

/** Whether a route is the one that a pattern speaks of; `*` stands for any step. */
export function fits(pattern: Route, route: Route): boolean {
  return (
    pattern.length === route.length &&
    pattern.every((step, index) => step === '*' || step === String(route[index]))
  );
}
