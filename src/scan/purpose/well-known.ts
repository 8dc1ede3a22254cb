/** Names that skills and plugins are looked for by, and that others imitate. */
const WELL_KNOWN: ReadonlySet<string> = new Set(
  `openclaw clawdbot moltbot clawhub moltbook github gitlab bitbucket slack discord telegram whatsapp
  signal notion obsidian trello linear jira confluence asana todoist airtable dropbox evernote
  spotify youtube twitter reddit linkedin instagram facebook tiktok gmail outlook calendar
  google microsoft openai anthropic claude gemini chatgpt codex perplexity tavily firecrawl
  browser playwright puppeteer selenium docker kubernetes terraform postgres supabase cloudflare
  vercel netlify stripe paypal shopify coinbase binance polymarket metamask phantom ethereum
  bitcoin solana hyperliquid weather summarize homeassistant 1password bitwarden tailscale
  huggingface elevenlabs replicate wordpress hubspot salesforce zapier figma`.split(/\s+/),
);
const LEAST = 6;
const IMITATED = [...WELL_KNOWN].filter(({ length }) => length >= LEAST);
/** Letters that are read as others: digits, and Greek and Cyrillic ones. */
const ALIKE: ReadonlyMap<string, string> = new Map(
  [...'0o', ...'1l', ...'3e', ...'5s', ...'4a', ...'7t', ...'аa', ...'еe', ...'оo', ...'рp']
    .concat([...'сc', ...'хx', ...'уy', ...'іi', ...'ѕs', ...'јj', ...'οo', ...'αa', ...'ιi'])
    .reduce<[string, string][]>((pairs, letter, i, all) => {
      if (i % 2 === 0) pairs.push([letter, all[i + 1] ?? '']);
      return pairs;
    }, []),
);

/** Whether everybody knows something of this name. */
export function isWellKnown(name: string): boolean {
  return WELL_KNOWN.has(bare(name));
}

export interface Imitation {
  readonly original: string;
  /** Other letters that look the same: done on purpose, where a slip of a finger may not be. */
  readonly disguised: boolean;
}

/** The well-known name that a name is nearly, but not quite. */
export function imitationOf(name: string): Imitation | undefined {
  const plain = bare(name);
  if (WELL_KNOWN.has(plain) || plain.length < LEAST || plain.length > 40) return undefined;
  const seen = [...plain].map((letter) => ALIKE.get(letter) ?? letter).join('');
  for (const shape of [seen, seen.replaceAll('l', 'i'), seen.replaceAll('rn', 'm')])
    if (shape !== plain && WELL_KNOWN.has(shape)) return { original: shape, disguised: true };
  const original = IMITATED.find((it) => isOneEditAway(plain, it));
  return original === undefined ? undefined : { original, disguised: false };
}

/** A name without scope, separators and the words that say what kind of thing it is. */
export function bare(name: string): string {
  return name
    .slice(0, 200)
    .toLowerCase()
    .replace(/^@[^/]*\//, '')
    .replace(/(?:^|[-_ ])(?:skill|plugin|openclaw|clawdbot|moltbot|extension)s?(?=$|[-_ ])/g, '')
    .replaceAll(/[\s._/-]/g, '');
}

/** One letter more, fewer, other, or two neighbours swapped. */
function isOneEditAway(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const rest = Math.min(a.length, b.length) - start;
  let end = 0;
  while (end < rest && a.at(-1 - end) === b.at(-1 - end)) end++;
  const left = a.length - start - end;
  const right = b.length - start - end;
  if (left <= 1 && right <= 1) return true;
  return left === 2 && right === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
}
