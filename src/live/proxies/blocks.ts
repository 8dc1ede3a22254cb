/** A directive of a config with braces, as nginx and Caddy have them. */
export interface Directive {
  /** Its name, then its arguments, quotes taken off. */
  readonly words: readonly string[];
  readonly line: number;
  /** What stands between its braces; undefined when it has none. */
  readonly block?: readonly Directive[];
}

const MAX_TOKENS = 100_000;
const MAX_DEPTH = 40;

interface Token {
  readonly text: string;
  readonly line: number;
  readonly quoted: boolean;
}

/** `end`: what ends a directive: `;` for nginx, the end of the line for Caddy. */
export function parseBlocks(text: string, end: ';' | '\n'): readonly Directive[] {
  const tokens = tokenize(text, end);
  let at = 0;
  const read = (depth: number): readonly Directive[] => {
    const directives: Directive[] = [];
    let words: string[] = [];
    let line = 1;
    const finish = (block?: readonly Directive[]) => {
      if (words.length > 0 || block) directives.push({ words, line, ...(block && { block }) });
      words = [];
    };
    for (let token = tokens[at]; token !== undefined; token = tokens[at]) {
      at += 1;
      if (!token.quoted && token.text === end) finish();
      else if (!token.quoted && token.text === '{' && depth < MAX_DEPTH) finish(read(depth + 1));
      else if (!token.quoted && token.text === '}') break;
      else {
        if (words.length === 0) line = token.line;
        words.push(token.text);
      }
    }
    finish();
    return directives;
  };
  return read(0);
}

function tokenize(text: string, end: ';' | '\n'): readonly Token[] {
  // Placeholders such as `${name}` and `{remote_host}` are words; other braces stand for themselves.
  const pattern =
    /(\n)|[^\S\n]+|#[^\n]*|"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|((?:\$\{[^}\n]{0,80}\}|\{[\w.$-]{1,80}\}|[^\s{};"'#]|(?<=\S)#)+)|(.)/gs;
  const tokens: Token[] = [];
  let line = 1;
  for (const [whole, newline, double, single, word, mark] of text.matchAll(pattern)) {
    if (tokens.length >= MAX_TOKENS) break;
    const quoted = double ?? single;
    if (newline !== undefined) {
      if (end === '\n') tokens.push({ text: '\n', line, quoted: false });
    } else if (quoted !== undefined) tokens.push({ text: quoted, line, quoted: true });
    else {
      const plain = word ?? mark;
      // In Caddy a semicolon is a character like others.
      if (plain !== undefined)
        tokens.push({ text: plain, line, quoted: plain === ';' && end === '\n' });
    }
    line += whole.split('\n').length - 1;
  }
  return tokens;
}
