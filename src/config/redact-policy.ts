import publicKeys from '../../data/public-keys.json' with { type: 'json' };
import type { Range, Route } from '../document/parse.ts';
import { findCredentials, findRandomRuns } from './credentials.ts';
import { isSecretKey } from './secret-keys.ts';
import { findUrlSecrets } from './url-secrets.ts';

/** What the keys above a value say about it. */
export interface Context {
  /** Everything here and below is secret. */
  readonly secret: boolean;
  /** The key that names the setting: ids of maps and array indexes are passed over. */
  readonly key: string;
  /** Whether the setting is one whose value may be shown. */
  readonly known: boolean;
  /** Keys of this object are ids chosen by the user. `values`: they map straight to plain values. */
  readonly map: 'objects' | 'values' | undefined;
}

/** By first letter, each key between two spaces: a run looks up a few, and need not make a set of all. */
const PUBLIC: { readonly [letter: string]: string | undefined } = publicKeys;

/** Whether a key is one whose plain values may be shown; no such key is a secret itself. */
export function isPublicKey(key: string): boolean {
  return !key.includes(' ') && (PUBLIC[key.charAt(0)]?.includes(` ${key} `) ?? false);
}

/** Whatever these hold is free form and often secret. */
const FREE_FORM = new Set(['env', 'vars', 'headers']);
const VALUE_MAPS = new Set(
  'modelAliases allowFrom order broadcast modelByChannel identityLinks voiceAliases'.split(' '),
);
const OBJECT_MAPS = new Set(
  (
    'cliBackends models ulimits byProvider safeBinProfiles billingBackoffHoursByProvider profiles channels ' +
    'accounts dms groups toolsBySender guilds teams topics entries installs byChannel debounceMsByChannel ' +
    'providers resetByChannel rooms servers mcpServers'
  ).split(' '),
);

export const TOP: Context = { secret: false, key: '', known: false, map: undefined };

/** The context of a child. Everything is secret unless its key is known to be harmless. */
export function descend(context: Context, step: string | number): Context {
  if (typeof step === 'number') return { ...context, map: undefined };
  if (context.secret) {
    return context.key === 'env' && step === 'shellEnv'
      ? { ...TOP, key: step }
      : { ...context, key: context.key === 'env' ? '' : context.key };
  }
  if (FREE_FORM.has(step)) return { secret: true, key: step, known: true, map: undefined };
  if (context.map === 'values') return isSecretKey(step) ? { ...context, secret: true } : context;
  const map = VALUE_MAPS.has(step) ? 'values' : OBJECT_MAPS.has(step) ? 'objects' : undefined;
  // An account may be called "token": only what it holds can be secret, not its name.
  if (context.map === 'objects') return { secret: false, key: step, known: map === 'values', map };
  const known = map === 'values' || isPublicKey(step);
  return { secret: !isPublicKey(step) && isSecretKey(step), key: step, known, map };
}

export function contextOf(route: Route): Context {
  return route.reduce(descend, TOP);
}

const SHORT = 240;
const LONG = 2048;
const PATH_KEY =
  /(?:paths?|dirs?|file|roots?|workspace|store|binds|module|identity|workdir|tmpfs|\$include)$/;
const ID_KEY =
  /(?:from|users?|ids?|groups|guilds?|roles|approvers|channels|to|targets?|account|peer|integrity|shasum|fingerprint|commit|spec|image|digest|publickey)$/;
const ADDRESS_KEY = /(?:url|proxy|host|server|endpoint|origins?|target|webhook|allowlist)s?$/;

/** A shell word; an unclosed quote reaches to the end. */
const WORD = String.raw`(?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^\s"'])+`;
const WORDS = new RegExp(WORD, 'g');
const ASSIGNED = new RegExp(
  String.raw`(?<![\w-])["']?(-{0,2}[A-Za-z_][\w.-]{0,80})["']?\s{0,2}[:=]\s{0,2}(${WORD}(?:(?<=Bearer|Basic|Token|ApiKey)\s{1,4}${WORD})?)`,
  'gi',
);
/** No secret is called by less than two letters; spares times and the like the search above. */
const MAY_ASSIGN = /[A-Za-z]{2}[\w.-]{0,80}["']?\s{0,2}[:=]/;
const nameOf = (flag: string) => flag.replace(/^["']?-{0,2}/, '').replace(/["']$/, '');

function isSecretFlag(word: string | undefined): boolean {
  return word !== undefined && /^["']?-{1,2}[A-Za-z]/.test(word) && isSecretKey(nameOf(word));
}

/** `TOKEN=…`, `--api-key …`, `Authorization: …` and `-u name:password` inside a text. */
function findAssignments(text: string): readonly Range[] {
  const found: Range[] = [];
  if (MAY_ASSIGN.test(text))
    for (const match of text.matchAll(ASSIGNED)) {
      const [whole, name = '', value = ''] = match;
      if (!isSecretKey(nameOf(name))) continue;
      const end = match.index + whole.length;
      found.push({ start: end - value.length, end });
    }
  if (!/(?:^|\s)["']?-/.test(text)) return found;
  let previous: string | undefined;
  for (const { 0: word, index } of text.matchAll(WORDS)) {
    const range = { start: index, end: index + word.length };
    if (isSecretFlag(previous) && !word.startsWith('-')) found.push(range);
    if (/^(?:-u|--user)$/.test(previous ?? '') && word.includes(':')) found.push(range);
    previous = word;
  }
  return found;
}

/** `user:password@host` without a scheme. */
function findBareUserInfo(text: string): readonly Range[] {
  if (text.includes('://')) return [];
  const at = text.lastIndexOf('@');
  const colon = text.indexOf(':');
  return at > colon && colon > 0 ? [{ start: 0, end: at }] : [];
}

/** The parts of a text under this context that nobody may see; `all` when nothing may be shown. */
export function findHidden(
  context: Context,
  text: string,
  /** The element before this one in the same array: a flag may announce a secret. */
  previous: string | undefined,
): 'all' | readonly Range[] {
  if (context.secret || !context.known) return 'all';
  if (isSecretFlag(previous) && !text.startsWith('-')) return 'all';
  const key = context.key.toLowerCase();
  const path = PATH_KEY.test(key);
  const address = ADDRESS_KEY.test(key);
  if (text.length > (path || address ? LONG : SHORT)) return 'all';
  const urls = findUrlSecrets(text);
  const pinned = key.endsWith('spec') && /#[0-9a-f]{7,64}$/.test(text);
  // The fragment of `git+https://…#<commit>` is what the package is pinned to.
  const found = [...findCredentials(text), ...(pinned ? urls.slice(0, -1) : urls)];
  if (address) found.push(...findBareUserInfo(text));
  if (!path && !ID_KEY.test(key)) {
    found.push(...findAssignments(text), ...findRandomRuns(text));
  }
  return found;
}

/** The parts of a line of code or prose that nobody may see, in order and apart from each other. */
export function findSecretsInLine(text: string): readonly Range[] {
  const found = [...findCredentials(text), ...findUrlSecrets(text), ...findAssignments(text)];
  const apart: Range[] = [];
  for (const range of found.sort((a, b) => a.start - b.start)) {
    const last = apart.at(-1);
    if (last === undefined || range.start >= last.end) apart.push(range);
    else apart[apart.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
  }
  return apart;
}

/** Whether a key is itself a credential that ended up in the wrong place. */
export function isSecretText(text: string): boolean {
  return text.length > SHORT || findCredentials(text).length > 0 || findRandomRuns(text).length > 0;
}
