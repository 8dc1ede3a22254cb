/**
 * What a terminal obeys instead of showing, or what nobody can see: control and format characters
 * (bidi, zero width, tags), line separators, lone surrogates, invisible fillers.
 */
const everyHidden = () =>
  /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;
/** Nearly every text passes this one, and the large classes above are then never even read. */
const PLAIN = /^[ -~\n]*$/;
/**
 * Nearly all others hold no more than punctuation, symbols and letters of some scripts, CJK and emoji,
 * of which only those of `HIDDEN_AMONG_USUAL` are hidden: to compile the large classes takes longer
 * than to print an audit.
 */
const RARE =
  /(?![\ufe00-\ufe0f])[^ -~\u00a1-\u00ac\u00ae-\u034e\u0370-\u05ff\u200b-\u205e\u2060-\u2064\u2190-\u2bff\u3001-\u3163\u3400-\u9fff\uac00-\ud7a3\ud83c-\ud83e\udc00-\udfff\ufeff\uff01-\uff9f]|[\ud83c-\ud83e](?![\udc00-\udfff])|(?<![\ud83c-\ud83e])[\udc00-\udfff]/;
const HIDDEN_AMONG_USUAL = /[\ufe00-\ufe0f\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/g;
const hiddenIn = (text: string) => (RARE.test(text) ? everyHidden() : HIDDEN_AMONG_USUAL);
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
  return text.replace(hiddenIn(text), escapeCharacter);
}

function escapeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  return SHORT.get(character) ?? (code < 0x100 ? `\\x${hex.padStart(2, '0')}` : `\\u{${hex}}`);
}

/** The same for JSON text, where escapes keep the value: only what JSON itself leaves raw. */
export function visibleJson(json: string): string {
  if (PLAIN.test(json)) return json;
  return json.replace(UNUSUAL, (run) => run.replace(hiddenIn(run), unitsOf));
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
