/**
 * What a terminal obeys instead of showing, or what nobody can see: control and format characters
 * (bidi, zero width, tags), line separators, lone surrogates, invisible fillers.
 */
const everyHidden = () =>
  /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;
/** Nearly every text passes this one, and the large classes above are then never even read. */
const PLAIN = /^[ -~\n]*$/;
/** Runs of all others: few, so that the large classes see little of a long text. */
const UNUSUAL = /[^ -~\n]+/g;

const SHORT: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/** Text from the audited host, made safe to print on one line: hidden characters become escapes. */
export function visible(text: string): string {
  if (PLAIN.test(text) && !text.includes('\n')) return text;
  return text.replace(everyHidden(), escapeCharacter);
}

function escapeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  return SHORT.get(character) ?? (code < 0x100 ? `\\x${hex.padStart(2, '0')}` : `\\u{${hex}}`);
}

/** The same for JSON text, where escapes keep the value: only what JSON itself leaves raw. */
export function visibleJson(json: string): string {
  if (PLAIN.test(json)) return json;
  const hidden = everyHidden();
  return json.replace(UNUSUAL, (run) => run.replace(hidden, unitsOf));
}

function unitsOf(character: string): string {
  const units = Array.from({ length: character.length }, (_, i) => character.charCodeAt(i));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}

/** At most `max` UTF-16 units, cut with an ellipsis and never inside a surrogate pair. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max - 1);
  const last = cut.charCodeAt(cut.length - 1);
  return `${last >= 0xd800 && last <= 0xdbff ? cut.slice(0, -1) : cut}…`;
}
