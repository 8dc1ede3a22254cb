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
import { namesPlace } from './places.ts';
import { CODECS } from './text-methods.ts';

/** Characters in which, in their compatible forms, letters and digits of ASCII hide. */
export const COMPATIBLE =
  /[\u00aa\u00b2-\u00be\u0132-\u0149\u017f\u01c4-\u01f3\u02b0-\u02e3\u1d2c-\u1dbb\u1e9a\u2070-\u20a8\u2100-\u2189\u2460-\u24ea\u2c7c\u2c7d\u3250-\u33ff\ua7f0-\ua7f9\ufb00-\ufb06\ufe33-\ufe4f\uff10-\uff5a]|\ud801[\udf80-\udfbf]|\ud833[\udcd6-\udcf9]|\ud835|\ud83c[\udd00-\udd90]|\ud83e[\udff0-\udff9]/;
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
/** Escapes of characters of ASCII by their number; other escapes spell no name. */
const ESCAPES =
  /\\(?:x([2-7][\da-f])|u00([2-7][\da-f])|U000000([2-7][\da-f])|(0?[4-7][0-7]|1[0-7]{2}))/gi;
/** Where a text goes on after its quotes, in the middle of a name. */
const JOINT = /["'](?<=[\w. -].)["']{0,2}(?:\s*\+)?\s*[rRbBuUfF]{0,2}["']{1,3}(?=[\w. \\-])/g;
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
  readonly places: boolean;
  /** Whether something is looked up by a name that is put together at run time. */
  readonly looksUp: boolean;
}

export function wordsIn(text: string): Words {
  const plain = COMPATIBLE.test(text) ? text.normalize('NFKC') : text;
  const { kinds, imports } = namesIn(plain);
  const has = (kind: number) => (kinds & kind) !== 0;
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
    places: writes && mayName(plain),
    looksUp:
      (has(BY_NAME) && NAMING.test(plain)) ||
      (has(GETS) && GETTING.test(plain) && (has(RUNS) || handsOnSystem(plain))),
  };
}

/** Whether a path to which writing matters is named, its parts written in pieces or in escapes. */
function mayName(text: string): boolean {
  // A part of a path holds no quote and no backslash: none is lost by this.
  const whole = text.replaceAll(JOINT, '');
  return namesPlace(whole.includes('\\') ? withoutEscapes(whole) : whole);
}

function withoutEscapes(text: string): string {
  return text.replace(ESCAPES, (_, x?: string, u?: string, long?: string, octal?: string) => {
    const hex = x ?? u ?? long;
    return String.fromCharCode(Number.parseInt(hex ?? octal ?? '', hex === undefined ? 8 : 16));
  });
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
  const { sends, reads, executes, runs, starts, decodes, places, looksUp } = words;
  return (
    executes || starts || looksUp || places || (sends && reads) || (runs && (sends || decodes))
  );
}
