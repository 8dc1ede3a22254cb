import { traitsOf } from './catalog.ts';

function stripPrefixes(entry: string, prefixes: readonly string[]): string {
  let rest = entry;
  for (const prefix of prefixes)
    if (rest.toLowerCase().startsWith(prefix)) rest = rest.slice(prefix.length).trimStart();
  return rest;
}

/** One spelling for one sender: prefixes off, mentions unwrapped, phone numbers as digits. */
export function normalizeSender(channel: string, entry: string): string {
  const { prefixes, phone } = traitsOf(channel);
  const bare = stripPrefixes(entry.trim(), prefixes).trim().toLowerCase();
  const mention = /^<@!?([a-z0-9]+)>$/.exec(bare)?.[1];
  if (mention) return mention;
  if (phone && /^[+\d\s().-]+$/.test(bare)) return bare.replace(/\D/g, '');
  return bare;
}

/** How many people a list lets in; a wildcard counts as everyone. */
export function countSenders(channel: string, entries: readonly string[]): number {
  if (entries.includes('*')) return Number.POSITIVE_INFINITY;
  const distinct = new Set(entries.map((entry) => normalizeSender(channel, entry)));
  distinct.delete('');
  return distinct.size;
}

type Detector = (entry: string) => boolean;

const strip = (channel: string, entry: string) =>
  stripPrefixes(entry, traitsOf(channel).prefixes).trim();

/** Whether an entry names a sender by something the sender can change. */
const MUTABLE: { readonly [channel: string]: Detector } = {
  discord: (entry) =>
    !/^(?:<@!?\d+>|\d+)$/.test(entry) && !/^(?:discord|user|pk):\s*\S/.test(entry),
  slack: (entry) => {
    const id = strip('slack', entry).replace(/^<@([^|>]*)(?:\|[^>]*)?>$/, '$1');
    return !/^[UWBCGDT][A-Z0-9]{2,}$/.test(id) && !(/^[a-z0-9]{8,}$/i.test(id) && /\d/.test(id));
  },
  googlechat: (entry) => strip('googlechat', entry).includes('@'),
  msteams: (entry) => /[\s@]/.test(strip('msteams', entry)),
  mattermost: (entry) => !/^[a-z0-9]{26}$/.test(strip('mattermost', entry)),
  irc: (entry) => !/[!@]/.test(strip('irc', entry)),
};

/** Whether an entry is a name rather than an id; false for channels that have no such rule. */
export function isMutableEntry(channel: string, entry: string): boolean {
  const text = entry.trim();
  if (!text || text === '*' || text.startsWith('accessGroup:')) return false;
  const detect = Object.hasOwn(MUTABLE, channel) ? MUTABLE[channel] : undefined;
  return detect?.(text) ?? false;
}
