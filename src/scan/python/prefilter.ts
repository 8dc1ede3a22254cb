import {
  BY_NAME,
  DECODES,
  EXECUTES,
  GETS,
  MAY_DECODE,
  MAY_READ,
  MAY_START,
  MAY_WRITE,
  namesIn,
  READS,
  RUNS,
  SENDS,
  STARTS,
  WRITES,
} from './names.ts';
import { CODECS } from './text-methods.ts';
import { mayName } from './written-places.ts';

/**
 * Characters of names in which, in their compatible forms, letters and digits of ASCII hide. Others
 * that have such forms, as a number in a circle, are no part of a name: Python refuses them before it
 * looks at their forms (Python 3, Lexical analysis, Names).
 */
export const COMPATIBLE =
  /[\u00aa\u00ba\u0132-\u0149\u017f\u01c4-\u01f3\u02b0-\u02e3\u1d2c-\u1dbb\u1e9a\u2071\u207f\u2090-\u209c\u2102\u210a-\u2139\u2145-\u2149\u2160-\u217f\u2c7c\u2c7d\ua7f0-\ua7f9\ufb00-\ufb06\ufe33\ufe34\ufe4d-\ufe4f\uff10-\uff19\uff21-\uff3a\uff3f\uff41-\uff5a]|\ud801[\udf80-\udfbf]|\ud833[\udcd6-\udcf9]|\ud835|\ud83e[\udff0-\udff9]/;
const SYSTEM_CALL = /\.\s*system\b(?!\s*\(\s*\))|\bimport\b[^\n]{0,200}\bsystem\b|["']system["']/;
const DECODING = new RegExp(
  `\\b(?:bytes|bytearray)\\s*\\(|['"](?:${[...CODECS.keys()].join('|')})['"]`,
  'i',
);
/** `print(…, file=f)`. */
const INTO_FILE = /\bfile\s*=(?!=)/;
/** A plain name that is looked up is a word like others; these are put together at run time. */
const GETTING = /\bgetattr\s*\(\s*[^,\n]{1,200},\s*(?!["'][^"'\n]{0,80}["']\s*[,)])/;
const NAMING =
  /\b(?:globals|locals|vars)\s*\([^()\n]{0,80}\)\s*[[.]|\b__dict__\s*[[.]|\b(?:__builtins__|builtins|__builtin__)\b/;
/** The module, where it is more than the place of its functions. */
const SYSTEM = /\bos\b(?!\s*\.)/g;
const IMPORTED = /^[ \t]*(?:import|from)\b[^;:(]{0,300}$/;
/** What its user types; the word is a name of much else. */
const ASKING = /(?<![.\w"'-])input\b(?!\s*[=:.["'])/;

/** What a text names of what the tables know; asked for once for all who want to know. */
export interface Words {
  /** The text with its letters in their plain forms. */
  readonly plain: string;
  /** Where in it lines begin with `import` or `from`. */
  readonly imports: readonly number[];
  readonly sends: boolean;
  readonly reads: boolean;
  /** Whether a text may be run that is written out. */
  readonly executes: boolean;
  readonly runs: boolean;
  readonly starts: boolean;
  readonly decodes: boolean;
  readonly writes: boolean;
  /** Whether what is written may go to a place that outlives the item or steers an agent. */
  places(): boolean;
  /** Whether something is looked up by a name that is put together at run time. */
  readonly looksUp: boolean;
}

/** `ascii`: whether it is known that the text holds no other characters, but U+FFFD. */
export function wordsIn(text: string, ascii = false): Words {
  const plain = !ascii && COMPATIBLE.test(text) ? text.normalize('NFKC') : text;
  const { kinds, imports } = namesIn(plain);
  const has = (kind: number) => (kinds & kind) !== 0;
  let places: boolean | undefined;
  const writes = has(WRITES) || (has(MAY_WRITE) && INTO_FILE.test(plain));
  return {
    plain,
    imports,
    sends: has(SENDS),
    reads: has(READS) || (has(MAY_READ) && ASKING.test(plain)),
    executes: has(EXECUTES),
    runs: has(RUNS),
    starts: has(STARTS) || (has(MAY_START) && SYSTEM_CALL.test(plain)),
    decodes: has(DECODES) || (has(MAY_DECODE) && DECODING.test(plain)),
    writes,
    // Takes as long as all else together, and is not asked for where something else decides.
    places() {
      places ??= writes && mayName(plain);
      return places;
    },
    looksUp:
      (has(BY_NAME) && NAMING.test(plain)) ||
      (has(GETS) && GETTING.test(plain) && (has(RUNS) || handsOnSystem(plain))),
  };
}

/** Whether `os` is handed on under whatever name, and not just imported. */
function handsOnSystem(text: string): boolean {
  for (const { index } of text.matchAll(SYSTEM)) {
    const line = text.slice(text.lastIndexOf('\n', index) + 1, index);
    if (!IMPORTED.test(line) || /^\s{1,80}as\b/.test(text.slice(index + 2, index + 90)))
      return true;
  }
  return false;
}

/**
 * Whether a text can lead to a finding or a fact: it names both what data comes from and where it
 * goes, or what matters by itself. The names are those of the tables of calls, in any form that
 * Python takes for them; a text that builds names at run time is always looked at, as is one that
 * runs a command or code, which may be put together of any pieces.
 */
export function mayMatter(words: Words): boolean {
  const { sends, reads, executes, runs, starts, decodes, looksUp } = words;
  return (
    executes ||
    starts ||
    looksUp ||
    (sends && reads) ||
    (runs && (sends || decodes)) ||
    words.places()
  );
}
