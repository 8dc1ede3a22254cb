/** The columns of a table as its records hold them. */
export interface Columns {
  readonly names: readonly string[];
  /** Index of the column that is another name of the rowid; records hold NULL in its place. */
  readonly rowid: number | undefined;
}

const MAX_SQL = 64 * 1024;
/** A comment, a quoted text or name, a word, or one character. */
const TOKEN =
  /--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]|[\p{L}\p{N}_$]+|\S/gu;
const CONSTRAINT = /^(constraint|primary|unique|check|foreign)$/i;

/** Reads the column names of a `CREATE TABLE`; undefined for what is none, or has computed columns. */
export function readColumns(sql: string): Columns | undefined {
  if (sql.length > MAX_SQL) return undefined;
  const parts = splitBody((sql.match(TOKEN) ?? []).filter((t) => !/^(--|\/\*)/.test(t)));
  if (!parts) return undefined;
  const columns = parts.filter(([first = '']) => !CONSTRAINT.test(first));
  const names = columns.map(([first = '']) => unquoted(first));
  if (
    names.length === 0 ||
    columns.some((tokens) => tokens.some((t) => /^(generated|as)$/i.test(t)))
  )
    return undefined;
  const key = parts.flatMap(primaryKey);
  const rowid = columns.findIndex(
    ([, type = '', ...rest], index) =>
      /^integer$/i.test(type) &&
      (isOwnKey(rest) || (key.length === 1 && key[0] === names[index]?.toLowerCase())),
  );
  return { names, rowid: rowid < 0 ? undefined : rowid };
}

/** The tokens between the outer brackets, cut at their commas. */
function splitBody(tokens: readonly string[]): readonly (readonly string[])[] | undefined {
  const parts: string[][] = [[]];
  let depth = 0;
  for (const token of tokens.slice(tokens.indexOf('('))) {
    if (token === ')') depth -= 1;
    if (depth === 0 && token === ')') return parts;
    if (depth === 1 && token === ',') parts.push([]);
    else if (depth > 0) parts.at(-1)?.push(token);
    if (token === '(') depth += 1;
  }
  return undefined;
}

/** `INTEGER … PRIMARY KEY`, which with DESC is a key like any other. */
function isOwnKey(tokens: readonly string[]): boolean {
  const at = tokens.findIndex(
    (token, index) => /^primary$/i.test(token) && /^key$/i.test(tokens[index + 1] ?? ''),
  );
  return at >= 0 && !/^desc$/i.test(tokens[at + 2] ?? '');
}

/** The names in a table's `PRIMARY KEY (…)`, lower case. */
function primaryKey(tokens: readonly string[]): readonly string[] {
  if (!CONSTRAINT.test(tokens[0] ?? '')) return [];
  const at = tokens.findIndex((token) => /^primary$/i.test(token));
  if (at < 0) return [];
  return tokens
    .slice(at + 3, tokens.indexOf(')', at))
    .filter((t) => t !== ',')
    .map((t) => unquoted(t).toLowerCase());
}

function unquoted(name: string): string {
  const quote = name[0] ?? '';
  if (quote === '[') return name.slice(1, -1);
  if (!`'"\``.includes(quote)) return name;
  return name.slice(1, -1).replaceAll(quote + quote, quote);
}
