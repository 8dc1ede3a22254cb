const NEWLINE = 10;
const BACKSLASH = 92;
const STARTS = /\/\/|\/\*|["'`]/g;

/**
 * JavaScript without its comments, lines kept where they are. Strings of all three kinds are kept and
 * run on to their quote, over lines; regular expressions are not told apart from divisions. That is how
 * the reference reads, not how the language is.
 */
export function withoutComments(text: string): string {
  let kept = '';
  let from = 0;
  STARTS.lastIndex = 0;
  for (let start = STARTS.exec(text); start !== null; start = STARTS.exec(text)) {
    const { index } = start;
    const [mark] = start;
    if (mark === '//') {
      kept += text.slice(from, index);
      const end = text.indexOf('\n', index);
      from = end < 0 ? text.length : end;
    } else if (mark === '/*') {
      const end = text.indexOf('*/', index + 2);
      kept += text.slice(from, index);
      from = end < 0 ? text.length : end + 2;
      kept += newlinesIn(text, index, from);
    } else STARTS.lastIndex = endOfString(text, index);
    if (from > index) STARTS.lastIndex = from;
  }
  return kept + text.slice(from);
}

function newlinesIn(text: string, from: number, to: number): string {
  let count = 0;
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === NEWLINE) count++;
  return '\n'.repeat(count);
}

/** The place after the closing quote; the end of the text when there is none. */
function endOfString(text: string, start: number): number {
  const quote = text.charCodeAt(start);
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) return at + 1;
    if (code === BACKSLASH) at++;
  }
  return text.length;
}
