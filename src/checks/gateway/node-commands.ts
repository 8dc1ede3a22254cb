import { nearest } from '../../text/nearest.ts';

/** Commands a node may run unless they are denied, whatever its platform. */
export const DEFAULT_COMMANDS: readonly string[] = [
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
];

/** Commands that are off until `gateway.nodes.allowCommands` names them. */
export const DANGEROUS_COMMANDS: readonly string[] = [
  'camera.snap',
  'camera.clip',
  'screen.record',
  'contacts.add',
  'calendar.add',
  'reminders.add',
  'sms.send',
];

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
