const QUOTED = /^(?:"[^"\\]*"|'[^']*')$/;
const PLAIN = /^(?:[\p{L}\p{So}\d/(]|~\/)(?:[^:#]|:(?=[^\s]))*$/u;
/** Plain words that are no text, and what starts like a number. */
const NO_TEXT = /^(?:true|false|null)$|^\d/i;
/** What stands between the commas of a list: words, or a text in quotes. */
const MEMBER = /^ *(?:"[^"\\]*" *|'[^']*' *|[\p{L}\d][\p{L}\d_./@+ -]*)$/u;
const SIGN = /^[>|]-?$/;
const MAX_NESTED = 50;
const MAX_FLOW = 1000;

/** What a value on one line is: its text, `undefined` for none, `odd` for what YAML could see more in. */
export type Read = { readonly text: string | undefined } | 'odd';

export function readValue(value: string, isNeeded: boolean): Read {
  const read = readWhole(value, isNeeded);
  const note = read === 'odd' ? value.indexOf(' #') : -1;
  return note > 0 ? readWhole(withoutBlanks(value.slice(0, note)), isNeeded) : read;
}

/** A text without the blanks at its end; what else looks like one belongs to it. */
export function withoutBlanks(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 32) end--;
  return text.slice(0, end);
}

function readWhole(value: string, isNeeded: boolean): Read {
  if (QUOTED.test(value)) return { text: value.slice(1, -1) };
  if (PLAIN.test(value)) {
    if (!NO_TEXT.test(value)) return { text: value };
    // What starts like a number may be text all the same.
    return isNeeded ? 'odd' : { text: undefined };
  }
  return isFlow(value) ? { text: undefined } : 'odd';
}

/** Whether a text is a list or a map in brackets in which nothing is said twice and nothing escaped. */
function isFlow(text: string): boolean {
  return isPlainJson(text) || (text.length < MAX_FLOW && isListOfWords(text));
}

function isListOfWords(text: string): boolean {
  if (!text.startsWith('[') || !text.endsWith(']')) return false;
  return text
    .slice(1, -1)
    .split(',')
    .every((it) => MEMBER.test(it));
}

function isPlainJson(text: string): boolean {
  if (!/^[[{]/.test(text) || (text.match(/[[{]/g)?.length ?? 0) > MAX_NESTED) return false;
  try {
    const again = JSON.stringify(JSON.parse(text));
    return again.length < MAX_FLOW && again.replaceAll(' ', '') === text.replaceAll(' ', '');
  } catch {
    return false;
  }
}

/** The same over several lines, where a comma may stand before a bracket that closes. */
export function isFlowInLines(lines: readonly string[]): boolean {
  return isPlainJson(lines.join('').replace(/,(?= *[}\]])/g, ''));
}

/** Whether the text of a value follows in lines of its own. */
export function announcesLines(value: string): boolean {
  return SIGN.test(value);
}

/**
 * The text of lines below a sign, without their indent: the first is not empty. Undefined where YAML
 * would fold in more ways than one.
 */
export function textOfLines(sign: string, lines: readonly string[]): string | undefined {
  let last = lines.length;
  while (last > 0 && lines[last - 1] === '') last--;
  const said = lines.slice(0, last);
  const end = sign.endsWith('-') ? '' : '\n';
  if (sign.startsWith('|')) return said.join('\n') + end;
  if (said.some((line) => /^ | $/.test(line))) return undefined;
  let text = '';
  let breaks = -1;
  for (const line of said) {
    if (line === '') breaks++;
    else {
      text += breaks < 0 ? '' : breaks === 0 ? ' ' : '\n'.repeat(breaks);
      text += line;
      breaks = 0;
    }
  }
  return text + end;
}
