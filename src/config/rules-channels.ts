import { isJsonObject } from '../document/json-object.ts';
import type { JsonValue } from '../document/parse.ts';
import type { Route } from '../document/route.ts';
import { nearest } from '../text/nearest.ts';
import type { IssueSink } from './issue-sink.ts';
import { knownChannels } from './known-channels.ts';
import type { Generation } from './known-releases.ts';
import { listAt, objectAt, textAt, valueAt } from './schema-values.ts';

const NO_CHANNELS: ReadonlySet<string> = new Set(['defaults', 'modelByChannel']);
const FLAT_POLICY = ['telegram', 'whatsapp', 'signal', 'irc', 'imessage', 'bluebubbles', 'msteams'];
const LONGEST_NAME = 80;

/** A channel that OpenClaw brings, or that a plugin named in this config may bring. */
export function isFamiliarChannel(
  config: JsonValue,
  generation: Generation,
  channel: string,
): boolean {
  if (knownChannels(generation).has(channel)) return true;
  return ['entries', 'installs'].some((key) =>
    Object.keys(objectAt(config, 'plugins', key)).some((id) => id.includes(channel)),
  );
}

/** What OpenClaw demands of channel sections and their accounts. */
export function checkChannelRules(
  config: JsonValue,
  generation: Generation,
  sink: IssueSink,
): void {
  for (const channel of Object.keys(objectAt(config, 'channels'))) {
    if (sink.full()) return;
    if (NO_CHANNELS.has(channel)) continue;
    if (!isFamiliarChannel(config, generation, channel)) {
      sink.add('unknown_channel', ['channels', channel], 'unknown', {
        channel: channel.slice(0, LONGEST_NAME),
        nearest: nearest(channel, knownChannels(generation)) ?? '',
      });
      continue;
    }
    const base = ['channels', channel];
    checkSection(config, channel, base, sink);
    for (const account of Object.keys(objectAt(config, ...base, 'accounts'))) {
      if (sink.full()) return;
      checkSection(config, channel, [...base, 'accounts', account], sink);
    }
  }
}

function checkSection(config: JsonValue, channel: string, route: Route, sink: IssueSink): void {
  const section = valueAt(config, ...route);
  if (!isJsonObject(section)) return;
  const policy = policyRoutes(channel, section);
  if (policy && textAt(section, ...policy.policy) === 'open')
    if (!listAt(section, ...policy.allowFrom).some(isWildcard))
      sink.add('rule', [...route, ...policy.policy], 'dm_open_without_wildcard', {
        list: policy.allowFrom.join('.'),
      });
  if (channel === 'telegram') checkWebhook(config, section, route, sink);
  if (channel === 'slack') checkSlackHttp(config, section, route, sink);
  if (channel === 'irc' && valueAt(section, 'nickserv', 'register') === true)
    if (!textAt(section, 'nickserv', 'registerEmail'))
      sink.add('rule', [...route, 'nickserv', 'register'], 'irc_nickserv_email', {});
}

const isWildcard = (entry: JsonValue) => typeof entry === 'string' && entry.trim() === '*';

/** Where the DM policy and its list stand; discord and slack know two places for each. */
function policyRoutes(channel: string, section: JsonValue) {
  const flat = { policy: ['dmPolicy'], allowFrom: ['allowFrom'] };
  const nested = { policy: ['dm', 'policy'], allowFrom: ['dm', 'allowFrom'] };
  if (FLAT_POLICY.includes(channel)) return flat;
  if (channel === 'googlechat') return nested;
  if (channel !== 'discord' && channel !== 'slack') return undefined;
  const written = (route: Route) => valueAt(section, ...route) !== undefined;
  return {
    policy: written(flat.policy) ? flat.policy : nested.policy,
    allowFrom: written(flat.allowFrom) ? flat.allowFrom : nested.allowFrom,
  };
}

/** An account takes what it lacks from its channel; one that is off is not asked. */
function inherited(config: JsonValue, channel: string, section: JsonValue, key: string): string {
  return textAt(section, key) || textAt(config, 'channels', channel, key);
}

const isOffAccount = (section: JsonValue, route: Route) =>
  route.length > 2 && valueAt(section, 'enabled') === false;

function checkWebhook(config: JsonValue, section: JsonValue, route: Route, sink: IssueSink): void {
  if (!textAt(section, 'webhookUrl') || isOffAccount(section, route)) return;
  if (!inherited(config, 'telegram', section, 'webhookSecret'))
    sink.add('rule', [...route, 'webhookUrl'], 'telegram_webhook_secret', {});
}

function checkSlackHttp(config: JsonValue, section: JsonValue, route: Route, sink: IssueSink) {
  if (isOffAccount(section, route)) return;
  if (inherited(config, 'slack', section, 'mode') !== 'http') return;
  if (!inherited(config, 'slack', section, 'signingSecret'))
    sink.add('rule', [...route, 'mode'], 'slack_signing_secret', {});
}
