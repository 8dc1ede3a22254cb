/** Characters that a shell takes out of a word: quotes and backslashes. */
const IS_QUOTE = codes(`"'\\`);
const IS_WORD = Uint8Array.from({ length: 0x80 }, (_, code) =>
  Number(/\w/.test(String.fromCharCode(code))),
);
/** With these a value may be put together of anything. */
const IS_EXPANSION = codes('$`');
const BACKSLASH = 92;
const NEWLINE = 10;
const RETURN = 13;

function codes(characters: string): Uint8Array {
  return Uint8Array.from({ length: 0x80 }, (_, code) =>
    Number(characters.includes(String.fromCharCode(code))),
  );
}

/** What a script is looked through for. */
export interface Wanted {
  /** Whole words, of letters, digits and `_`. */
  readonly words: readonly string[];
  /** Texts wherever they stand, of four characters of ASCII. */
  readonly pieces: readonly string[];
  /** Three characters that matter together with a `>`. */
  readonly withOutput: string;
}

/**
 * Whether a script may hold something of what is wanted once quotes and backslashes are taken out: one
 * pass, wrong only by saying so. It is always said of scripts with expansions or continued lines.
 */
export function lookerFor({ words, pieces, withOutput }: Wanted): (text: string) => boolean {
  const hashes = new Set(words.map((word) => [...word].reduce((h, c) => grown(h, codeOf(c)), 0)));
  const fours = new Set(
    pieces.map((piece) => [...piece].reduce((w, c) => shifted(w, codeOf(c)), 0)),
  );
  const ends = new Uint8Array(0x80);
  for (const piece of pieces) ends[codeOf(piece.slice(-1))] = 1;
  const three = [...withOutput].reduce((window, c) => shifted(window, codeOf(c)), 0);
  const third = codeOf(withOutput.slice(-1));
  return (text) => {
    let hash = 0;
    let window = 0;
    let hasThree = false;
    let hasOutput = false;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code < 0x80) {
        if (IS_EXPANSION[code] === 1) return true;
        if (IS_QUOTE[code] === 1) {
          const next = code === BACKSLASH ? text.charCodeAt(at + 1) : 0;
          if (next === NEWLINE || next === RETURN) return true;
          continue;
        }
      }
      window = shifted(window, code);
      if (code < 0x80 && IS_WORD[code] === 1) hash = grown(hash, code);
      else {
        if (hash !== 0 && hashes.has(hash)) return true;
        hash = 0;
        if (code === OUTPUT) hasOutput = true;
        if (code === third && (window & 0xffffff) === three) hasThree = true;
        if (hasThree && hasOutput) return true;
      }
      if (code < 0x80 && ends[code] === 1 && fours.has(window)) return true;
    }
    return hash !== 0 && hashes.has(hash);
  };
}

const OUTPUT = 62;

function codeOf(character: string): number {
  return character.charCodeAt(0);
}

function grown(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0;
}

/** The last four characters, as far as they are ASCII. */
function shifted(window: number, code: number): number {
  return (window << 8) | (code & 0xff);
}
