import { DEVICES, JUDGED, JUDGED_BEGINNING, POOL } from './commands.ts';
import { CONVERTING } from './filters.ts';
import { GUARDS } from './guards.ts';
import { COPYING, NETWORK, SAVES } from './network.ts';
import { EVALUATING, HAS_INLINE, INTERPRETERS, PACKAGERS } from './running.ts';

/** Longer texts are cut while they are followed: what is left of a word then is no word of the text. */
const MAX_LENGTH = 50_000;
/** Their value may be put together of anything. */
const EXPANDED = /[$`]/;
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
const UNBOUND = [...JUDGED].filter((name) => !GIVEN.has(name));
const BOUND = [...GIVEN].map(([name, given]) => ({ command: words([name]), given }));
/** These are worth following wherever they stand. */
const ALONE = words(UNBOUND, COPYING.keys(), CONVERTING.keys(), EVALUATING.keys());
const FETCHING = words(NETWORK.keys());
const RUNNING = words(INTERPRETERS.keys());
const INSTALLING = words(PACKAGERS.keys());
const PRINTING = words(['echo']);
const GUARDING = words(GUARDS.flatMap(({ commands }) => commands));
const GUARDED = GUARDS.map(({ commands, words: any }) => ({ command: words(commands), any }));

/** All of them: without any of these, and an address whose answer is saved, nothing is met. */
const NAMED = words(
  ...[JUDGED, COPYING.keys(), CONVERTING.keys(), EVALUATING.keys(), NETWORK.keys(), ['echo']],
  ...[INTERPRETERS.keys(), PACKAGERS.keys(), GUARDS.flatMap(({ commands }) => commands)],
);

function words(...names: readonly Iterable<string>[]): RegExp {
  const all = names.flatMap((it) => [...it]).map((it) => it.replaceAll('.', '\\.'));
  return new RegExp(`(?<!\\w)(?:${all.join('|')})(?!\\w)`);
}

/**
 * False only where following a script can show nothing. Without an expansion, the name of every
 * command that is called, in a script or in a text that it hands on, stands in the script once quotes
 * and backslashes are taken out; and each rule needs certain names, and ways for data to go from one
 * command to the next.
 */
export function mayMatter(text: string): boolean {
  if (text.length > MAX_LENGTH || EXPANDED.test(text)) return true;
  const plain = unquoted(text);
  if (plain.includes(DEVICES) || plain.includes(POOL) || plain.includes(JUDGED_BEGINNING))
    return true;
  const saves = plain.includes('>') && plain.includes('://');
  if (!NAMED.test(plain)) return saves;
  if (ALONE.test(plain) || (ESCAPED.test(text) && PRINTING.test(plain))) return true;
  if (BOUND.some(({ command, given }) => command.test(plain) && given.test(plain))) return true;
  if (GUARDING.test(plain) && mayOpen(plain)) return true;
  // From one command to the next data goes through a pipe or a file.
  const passes = /[|<>]/.test(plain);
  if ((passes || HAS_INLINE.test(plain)) && RUNNING.test(plain)) return true;
  const addressed = plain.includes('://');
  if (addressed && (plain.includes('>') || INSTALLING.test(plain))) return true;
  // `@` names a file to be sent; a `*` may stand for a value that is filled in.
  return (passes || SAVES.test(plain) || /[@*]|wget/.test(plain)) && FETCHING.test(plain);
}

function mayOpen(plain: string): boolean {
  const lower = plain.toLowerCase();
  return GUARDED.some(
    ({ command, any }) => command.test(plain) && any.some((it) => lower.includes(it)),
  );
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
