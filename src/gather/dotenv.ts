const MAX_ENTRIES = 2000;
const NAME = /^[A-Za-z_][A-Za-z0-9_.-]*$/;
const QUOTES = ['"', "'", '`'];
const ESCAPES: { readonly [letter: string]: string } = { n: '\n', r: '\r', t: '\t' };

/** The variables of a `.env` file: `KEY=value` lines, `export`, quotes (over several lines), comments. */
export function parseDotenv(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  // A quote that was not closed once is not looked for again: that would take quadratic time.
  const open = new Set<string>();
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at < text.length && values.size < MAX_ENTRIES) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end);
    const equals = line.indexOf('=');
    const name = equals < 0 ? undefined : nameOf(line.slice(0, equals));
    const from = at + equals + 1;
    at = end + 1;
    if (name === undefined) continue;
    const quoted = readQuoted(text, from, end, open);
    values.set(name, quoted?.value ?? readPlain(text.slice(from, end)));
    if (quoted) at = lineEnd(text, quoted.close) + 1;
  }
  return values;
}

function nameOf(text: string): string | undefined {
  const trimmed = text.trim();
  const name = /^export\s/.test(trimmed) ? trimmed.slice('export'.length).trim() : trimmed;
  return NAME.test(name) ? name : undefined;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function readPlain(raw: string): string {
  const comment = raw.indexOf('#');
  return (comment < 0 ? raw : raw.slice(0, comment)).trim();
}

function readQuoted(text: string, from: number, end: number, open: Set<string>) {
  let start = from;
  while (start < end && (text[start] === ' ' || text[start] === '\t')) start += 1;
  const quote = text[start] ?? '';
  if (!QUOTES.includes(quote) || open.has(quote)) return undefined;
  const close = closingQuote(text, start + 1, quote);
  if (close === undefined) {
    open.add(quote);
    return undefined;
  }
  const inner = text.slice(start + 1, close);
  const value =
    quote === '"' ? inner.replace(/\\([nrt])/g, (all, letter) => ESCAPES[letter] ?? all) : inner;
  return { value, close };
}

function closingQuote(text: string, from: number, quote: string): number | undefined {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === quote) return at;
  }
  return undefined;
}
