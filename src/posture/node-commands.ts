import type { Generation } from '../config/known-releases.ts';
import { nearest } from '../text/nearest.ts';

/** The commands of nodes that a release knows. */
export interface NodeCommands {
  /** Commands a node may run unless they are denied, whatever its platform. */
  readonly usual: readonly string[];
  /** Commands that are off until they are allowed by name. */
  readonly dangerous: readonly string[];
}

type ByGeneration = { readonly [G in Generation]: readonly string[] };

/** What a node may run unless it is denied. */
export const DEFAULT_COMMANDS: ByGeneration = {
  '2026.2': [
    'canvas.present',
    'canvas.hide',
    'canvas.navigate',
    'canvas.eval',
    'canvas.snapshot',
    'canvas.a2ui.push',
    'canvas.a2ui.pushJSONL',
    'canvas.a2ui.reset',
    'camera.list',
    'location.get',
    'device.info',
    'device.status',
    'contacts.search',
    'calendar.events',
    'reminders.list',
    'photos.latest',
    'motion.activity',
    'motion.pedometer',
    'system.run',
    'system.which',
    'system.notify',
    'browser.proxy',
  ],
  '2026.9': [
    'camera.list',
    'location.get',
    'device.info',
    'device.status',
    'contacts.search',
    'calendar.events',
    'reminders.list',
    'photos.latest',
    'motion.activity',
    'motion.pedometer',
    'system.notify',
    'watch.status',
    'watch.notify',
    'notifications.list',
    'notifications.actions',
    'device.permissions',
    'device.health',
    'device.apps',
    'callLog.search',
    'mobile.ui.observe',
    'mobile.ui.act',
    'camera.ptz.status',
    'system.run.prepare',
    'system.run',
    'system.which',
    'system.execApprovals.get',
    'system.execApprovals.set',
    'fs.listDir',
    'terminal.upload',
    'browser.proxy',
    'browser.proxy.upload.v1',
    'mcp.tools.call.v1',
    'agent.cli.claude.run.v1',
    'screen.snapshot',
    'desktop.stream',
    'computer.act',
    'talk.ptt.start',
    'talk.ptt.stop',
    'talk.ptt.cancel',
    'talk.ptt.once',
  ],
};

const SINCE_2026_2 = [
  'camera.snap',
  'camera.clip',
  'screen.record',
  'contacts.add',
  'calendar.add',
  'reminders.add',
  'sms.send',
];

/** What a node runs only when it is allowed by name. */
export const DANGEROUS_COMMANDS: ByGeneration = {
  '2026.2': SINCE_2026_2,
  '2026.9': [...SINCE_2026_2, 'camera.ptz.control', 'sms.search', 'health.summary'],
};

/** Whether an entry is written as a pattern; commands are compared exactly, so it matches nothing. */
export function isPatternLike(entry: string): boolean {
  return (
    /[?*[\]{}(),|\s]/.test(entry) ||
    entry.startsWith('/') ||
    entry.endsWith('/') ||
    entry.startsWith('^') ||
    entry.endsWith('$') ||
    entry.includes('group:')
  );
}

/**
 * The real commands that an ineffective entry may have meant: those of the family it names when it
 * is a pattern (`canvas.*`), otherwise the nearest by spelling.
 */
export function commandsMeant(entry: string, known: readonly string[]): readonly string[] {
  const family = /^[\^/]?([a-z]{1,20})\\?\./i.exec(entry)?.[1]?.toLowerCase();
  if (isPatternLike(entry) && family) {
    const members = known.filter((name) => name.startsWith(`${family}.`));
    if (members.length > 0) return members;
  }
  const name = nearest(entry, known);
  return name === undefined ? [] : [name];
}
