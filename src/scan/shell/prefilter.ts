import { DEVICES, JUDGED, JUDGED_BEGINNING, POOL } from './commands.ts';
import { CONVERTING } from './filters.ts';
import { GUARDS } from './guards.ts';
import { COPYING, NETWORK, SAVES, SAVING, UPLOADS } from './network.ts';
import { EVALUATING, hasInline, INTERPRETERS, PACKAGERS } from './running.ts';

/** Longer texts are cut while they are followed: what is left of a word then is no word of the text. */
const MAX_LENGTH = 50_000;
/** Their value is put together while a script is followed. */
const EXPANDED = /[$`]/;
/** What may stand between two pieces of one word without being a part of it; long runs are no words. */
const MARKS = '(?:\\\\\\r?\\n|["\'\\\\]){0,8}';
/**
 * An expansion beside letters, digits, a dash, a backslash or another expansion: out of these, names and
 * flags can be made that stand nowhere in the script. So they can by escapes within `$'…'`, by what
 * cuts values or adds to them, and by what is printed between backticks, whose ends look alike.
 */
const COMPOSED = new RegExp(
  [
    '`|\\+=|\\$["\']|(?:\\\\\\r?\\n|["\'\\\\]){9}',
    `[\\w\\\\-]${MARKS}\\$`,
    `(?:\\$(?:[A-Za-z_]\\w*(?!\\w)|[\\d@*#?!$-])|[)}])${MARKS}[\\w$]`,
    '\\$\\{[^}:\\s]{0,80}(?:[#%/^,]|:[^-])',
  ].join('|'),
);
/** What matters whatever command it is given to, as far as it stands in one piece. */
const GIVEN_TO_ANY = new RegExp(`${POOL.replace(/\W.*/, '')}|${JUDGED_BEGINNING}|tcp|udp`);
/** What is written to an agent's memory for it to fetch something. */
const ORDERS = /https?|curl|wget/i;
/** What `echo -e` turns into other characters. */
const ESCAPED = /\\[0-7xuntre\\]/i;
const QUOTES = /["'\\]/g;
const CONTINUED = /\\\r?\n/g;

/** What a judged command must be given for anything to be said of it. */
const GIVEN: ReadonlyMap<string, RegExp> = new Map([
  ['rm', /-[a-zA-Z]{0,4}[rf]/],
  ['dd', /of=/],
  ['chmod', /777|\+s|[4267][0-7]{3}/],
]);
const OPENED: ReadonlyMap<string, readonly string[]> = new Map(
  GUARDS.flatMap(({ commands, words }) => commands.map((command) => [command, words] as const)),
);

/** Worth following wherever it stands. */
const ALONE = 1;
const GIVES = 2;
const OPENS = 4;
const FETCHES = 8;
const INSTALLS = 16;
/** Runs another language: what a shell is given is a text of commands like the rest. */
const FOREIGN = 32;
const PRINTS = 64;
const KEEPS = 128;

const KINDS = new Map<string, number>();
function enter(kind: number, names: Iterable<string>): void {
  for (const name of names) KINDS.set(name, (KINDS.get(name) ?? 0) | kind);
}
for (const name of JUDGED) enter(GIVEN.has(name) ? GIVES : ALONE, [name]);
for (const table of [COPYING, CONVERTING, EVALUATING]) enter(ALONE, table.keys());
enter(OPENS, OPENED.keys());
enter(FETCHES, NETWORK.keys());
enter(KEEPS, SAVING.keys());
enter(INSTALLS, PACKAGERS.keys());
for (const [name, language] of INTERPRETERS) if (language !== 'shell') enter(FOREIGN, [name]);
enter(PRINTS, ['echo']);

/** All of them: without any of these, and an address whose answer is saved, nothing is met. */
const NAMED = new RegExp(`\\b(?:${[...KINDS.keys()].join('|').replaceAll('.', '\\.')})\\b`, 'g');

/**
 * False only where following a script can show nothing. Without expansions, the name of every
 * command that is called, in a script or in a text that it hands on, stands in the script once quotes
 * and backslashes are taken out; and each rule needs certain names, and ways for data to go from one
 * command to the next.
 */
export function mayMatter(text: string): boolean {
  if (text.length > MAX_LENGTH) return true;
  if (EXPANDED.test(text)) return mayMatterExpanded(text);
  const plain = unquoted(text);
  if (plain.includes(DEVICES) || plain.includes(POOL) || plain.includes(JUDGED_BEGINNING))
    return true;
  const found = plain.match(NAMED) ?? [];
  let kinds = 0;
  for (const name of found) kinds |= KINDS.get(name) ?? 0;
  const has = (those: number) => (kinds & those) !== 0;
  if (has(ALONE) || (has(PRINTS) && ESCAPED.test(text))) return true;
  const addressed = plain.includes('://');
  const writes = plain.includes('>');
  if (writes && ORDERS.test(plain)) return true;
  if (addressed && (writes || has(INSTALLS))) return true;
  if (has(GIVES) && found.some((name) => GIVEN.get(name)?.test(plain))) return true;
  if (has(OPENS) && mayOpen(found, plain.toLowerCase())) return true;
  // From one command to the next data goes through a pipe or a file.
  const passes = /[|<>]/.test(plain);
  const writesOut = passes && (plain.includes('<<') || has(PRINTS));
  if (has(FOREIGN) && (writesOut || hasInline(plain))) return true;
  // `@` names a file to be sent; a `*` may stand for a value that is filled in.
  if (!has(FETCHES)) return false;
  return passes || has(KEEPS) || SAVES.test(plain) || UPLOADS.test(plain) || /[@*]/.test(plain);
}

/**
 * The same with expansions. Unless a name can be made out of pieces, those of all commands that are
 * called stand in the script all the same; but what such a command is given can be anything.
 */
function mayMatterExpanded(text: string): boolean {
  if (COMPOSED.test(text)) return true;
  const plain = unquoted(text);
  for (const name of plain.match(NAMED) ?? []) if (KINDS.get(name) !== PRINTS) return true;
  if (GIVEN_TO_ANY.test(plain) || ESCAPED.test(text)) return true;
  return plain.includes('>') && ORDERS.test(plain);
}

function mayOpen(names: readonly string[], lower: string): boolean {
  return names.some((name) => OPENED.get(name)?.some((it) => lower.includes(it)));
}

/**
 * The text without quotes and backslashes; with lines that are continued both joined and apart, as in
 * a comment they are not.
 */
function unquoted(text: string): string {
  const apart = text.replace(QUOTES, '');
  return text.includes('\\\n') || text.includes('\\\r')
    ? `${text.replace(CONTINUED, '').replace(QUOTES, '')}\n${apart}`
    : apart;
}
