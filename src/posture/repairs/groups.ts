import { knowledgeOf } from '../../config/known-releases.ts';
import { formatRoute, type Route } from '../../document/route.ts';
import { pairedByReference } from '../channels/pairing.ts';
import { type ConfigObject, child, isObject, textItems } from '../config.ts';
import { need } from '../missing.ts';
import type { Posture } from '../posture.ts';
import type { SettingRepair } from './repairs.ts';

/** Who is answered in groups once they are closed. */
export interface GroupClosing {
  /** The channel, account or default whose groups are closed: `channels.telegram.accounts.work`. */
  readonly label: string;
  /** The setting that lets people in from then on. */
  readonly list: string;
  /** How many entries it has. */
  readonly admitted: number;
  /** Whether it lets everyone in all the same (`*`). */
  readonly everyone: boolean;
}

type Parts = Pick<Posture, 'config' | 'snapshot'>;

/** In the order OpenClaw 2026.2 goes through them; it leaves the other channels alone. */
const CLOSABLE_2026_2: readonly string[] = [
  'telegram',
  'whatsapp',
  'discord',
  'signal',
  'imessage',
  'slack',
  'msteams',
];

/** A channel's own section or one of its accounts. */
interface Scope {
  readonly channel: string;
  readonly route: Route;
  readonly value: ConfigObject;
}

/** `groupPolicy: "open"` becomes `"allowlist"`; WhatsApp's list is filled with whom pairing let in. */
export function closeGroups({ config, snapshot }: Parts): readonly SettingRepair[] {
  const later = knowledgeOf(snapshot.version.judged).generation === '2026.9';
  const channels = later ? config.keys('channels') : CLOSABLE_2026_2;
  const open = channels
    .flatMap((channel) => scopesOf(config, channel))
    .filter(({ value }) => child(value, 'groupPolicy') === 'open');
  const seeds = open.flatMap((scope) => seedOf(scope, snapshot));
  const closed = open.map((scope): SettingRepair => {
    const route = [...scope.route, 'groupPolicy'];
    const seed = seeds.find((other) => other.scope === scope);
    return {
      kind: 'open_groups',
      route,
      from: 'open',
      to: 'allowlist',
      change: `${formatRoute(route)}=open -> allowlist`,
      byReference: true,
      closes: closing(scope, seed?.entries.length),
    };
  });
  return [
    ...closed,
    ...seeds.map(({ scope, entries }): SettingRepair => {
      const route = [...scope.route, 'groupAllowFrom'];
      return {
        kind: 'open_groups',
        route,
        from: undefined,
        to: entries,
        after: 'groupPolicy',
        change: `${formatRoute(route)}=pairing-store`,
        // Later releases mean to do it and do not.
        byReference: !later,
      };
    }),
  ];
}

function scopesOf(config: Parts['config'], channel: string): readonly Scope[] {
  const route = ['channels', channel];
  const value = config.object(...route);
  if (!value) return [];
  const accounts = child(value, 'accounts');
  const names = isObject(accounts) ? Object.keys(accounts) : [];
  return [
    { channel, route, value },
    ...names.flatMap((name) => {
      const account = child(accounts, name);
      return isObject(account)
        ? [{ channel, route: [...route, 'accounts', name], value: account }]
        : [];
    }),
  ];
}

function seedOf(scope: Scope, snapshot: Parts['snapshot']) {
  const { channel, value } = scope;
  const written = ['allowFrom', 'groupAllowFrom'].some(
    (key) => textItems(child(value, key)).length > 0,
  );
  if (channel !== 'whatsapp' || written) return [];
  const stored = pairedByReference(need(snapshot.pairing, 'pairing', []), channel, undefined);
  return stored.length > 0 ? [{ scope, entries: stored.map(({ entry }) => entry) }] : [];
}

/** Discord and Slack list places, the others people, who may also stand in the list for direct messages. */
function closing({ channel, route, value }: Scope, seeded: number | undefined): GroupClosing {
  const label = formatRoute(route);
  const places = { discord: 'guilds', slack: 'channels' };
  if (channel === 'discord' || channel === 'slack') {
    const listed = child(value, places[channel]);
    const admitted = isObject(listed) ? Object.keys(listed).length : 0;
    return { label, list: `${label}.${places[channel]}`, admitted, everyone: false };
  }
  const own = textItems(child(value, 'groupAllowFrom'));
  const listed = own.length > 0 ? own : textItems(child(value, 'allowFrom'));
  const everyone = seeded === undefined && listed.includes('*');
  return { label, list: `${label}.groupAllowFrom`, admitted: seeded ?? listed.length, everyone };
}
