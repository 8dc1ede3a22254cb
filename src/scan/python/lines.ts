/** A statement on one or several lines, without comments. */
export interface Line {
  readonly text: string;
  readonly at: number;
}

const MAX_LINES = 50_000;
const MAX_LINE = 6000;

/** Splits a script into statements: open brackets and triple quotes hold lines together. */
export function logicalLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  let depth = 0;
  let quote = '';
  let code = '';
  const flush = (end: number) => {
    if (code.trim() !== '' && lines.length < MAX_LINES)
      lines.push({
        text: code.slice(0, MAX_LINE),
        at: start + (/^\s*/.exec(code)?.[0].length ?? 0),
      });
    start = end;
    code = '';
    depth = 0;
  };
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? '';
    if (quote !== '') {
      if (c === '\\') {
        code += text.slice(i, i + 2);
        i++;
        continue;
      }
      if (quote.length === 1 && c === '\n') quote = '';
      else if (text.startsWith(quote, i)) {
        code += quote;
        i += quote.length - 1;
        quote = '';
        continue;
      }
      code += c;
    } else if (c === '#') {
      while (i + 1 < text.length && text[i + 1] !== '\n') i++;
    } else if (c === '"' || c === "'") {
      quote = text.startsWith(c.repeat(3), i) ? c.repeat(3) : c;
      code += quote;
      i += quote.length - 1;
    } else if (c === '\n' && depth === 0 && text[i - 1] !== '\\') flush(i + 1);
    else {
      if (c === '(' || c === '[' || c === '{') depth++;
      else if ((c === ')' || c === ']' || c === '}') && depth > 0) depth--;
      code += c;
      // A bracket that is never closed must not swallow the file.
      if (code.length > MAX_LINE) flush(i + 1);
    }
  }
  flush(text.length);
  return lines;
}
