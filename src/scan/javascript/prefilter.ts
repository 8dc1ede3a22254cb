import { WRITTEN } from '../knowledge/paths.ts';
import { telltaleParts } from '../prefilter/path-parts.ts';

// Whether a file can matter at all, by words: one pass each, no pattern can backtrack.
const RUNNING = /\beval\b|child_process|\bvm['"`]|execa|shelljs|_compile\b|Bun\.|Deno\./;
// One by one: what begins with one word is found in a fraction of the time of a choice of several.
const FUNCTION = /\bFunction\s*\(/;
const COMPUTED_IMPORT = /\bimport\s*\(\s*[^'"`\s)]/;
const REQUIRE = /\brequire\s*(?:\(\s*[^'"`\s)]|[;,)\]])/;
const OF_GLOBAL =
  /\b(?:globalThis|global|window|self|process|module|Reflect)\s*(?:\?\.\s*)?\[|\bReflect\s*\.\s*get\b|\bgetBuiltinModule\b/;
const LEADING =
  /cross-spawn|\bzx['"`]|\bdata:text\/javascript|(?<!\bthis)\.constructor\s*(?:\(|\[|\??\.\s*(?:constructor|call|apply|bind)\b)|[)}\]]\s*\.constructor\b|['"`]constructor['"`]\s*[\])]|mainModule|process\.binding|createRequire|new\s+Worker/;
/**
 * `fetch` counts where it can be the global one: not as a method of something else, and not before
 * another word, as in prose.
 */
const SENDS =
  /(?<![\w$.-])fetch\b(?!\s+(?!as\b|satisfies\b)[a-z])|\.\.\.fetch\b|\b(?:globalThis|global|window|self)\s*\??\.\s*fetch\b|node-fetch|\baxios|\bundici|\bgot['"`]|superagent|\bneedle|\bky['"`]|['"`](?:node:)?(?:https?|net|tls|dns|dgram|http2)(?:\/promises)?['"`]|WebSocket|['"`]ws['"`]|XMLHttpRequest|sendBeacon|EventSource|['"`]request['"`]|socket\.io/;
/** The objects that hold what is global, and `process`, handed on under another name. */
const GLOBAL_HANDED_ON = /[=,(:?]\s*(?:globalThis|global|window|self)\s*[;,)}\]\n]/;
const METHOD_FETCH = /\.\s*fetch\b/;
/** What each match of the next one holds. */
const PROCESS_ENDS = /process\s*[;,)}\]\n'"`]/;
const PROCESS_HANDED_ON =
  /[=,(:?]\s*(?:\w{1,20}\s*\??\.\s*)?process\s*[;,)}\]\n]|['"`](?:node:)?process['"`]/;
const ENVIRONMENT_OF = /[.{,]\s*(?:env|argv)\b/;
const READS_PROCESS = /\bprocess\s*\??\.\s*(?:env|argv)\b/;
const READS_FILES = /readFile|readJson|createReadStream|copyFile|Bun\.|Deno\./;
/** A name of much else, that counts where the module is named too. */
const OPENS = /\bopen\b|Sync\b(?<=\b(?:open|read|write)Sync)/;
const FILES = /['"`](?:node:)?fs(?:\/promises)?['"`]/;
const READS_OTHER = /clipboardy|\bclipboard\b|keytar|parseArgs|\bprompts?\b|readline-sync/;
/** Names that many honest things bear; they count where the module they belong to is named too. */
const ASKS = /\bhostname\b|userInfo|networkInterfaces/;
const SYSTEM = /['"`](?:node:)?os['"`]/;
/** Found by the ends of the names, which are rarer than what they begin with; so are those below. */
const WRITES =
  /File(?<=(?:write|append|output|copy|writeText)File)|WriteStream(?<=createWriteStream)|Bun\.write/;
/** Places that outlive the item or steer an agent. */
const PLACES = telltaleParts(WRITTEN);
/** Where a text goes on behind its quotes, in the middle of a name; characters by their numbers. */
const JOINT = /(?<=[\w. -])['"`]\s*\+\s*['"`](?=[\w. -])/g;
const ESCAPES = /\\(?:x([2-7][\da-f])|u(?:00([2-7][\da-f])|\{0{0,8}([2-7][\da-f])\}))/gi;
/** `fromCharCode`, `fromCodePoint`, `'base64'`, `'hex'`, four escapes in a row, `_0x1a2b`. */
const HIDES =
  /[cx6\\](?:harCode(?<=fromCharCode)|odePoint(?<=fromCodePoint)|4['"`](?<=['"`]base64.)|['"`](?<=['"`]hex.)|(?<=\\)x[0-9a-f]{2}(?:\\x[0-9a-f]{2}){3}|[0-9a-f]{4}(?<=_0x.{4}))/i;
const DECODES = /\batob\b/i;

const COMPUTED =
  /['"]\s*\+\s*['"]|\[\s*['"`][^'"`\]]{0,40}['"`]\s*(?:\+|\]\s*\()|\.(?:join|reverse)\s*\(/;
const SHELLS = /child_process|execa|shelljs|cross-spawn|\bzx['"`]|Bun\.|Deno\./;

/** What a text holds, by words; each is looked for when first asked, and once. */
export interface Words {
  readonly sends: boolean;
  readonly readsFiles: boolean;
  /** Whether `process` goes by another name, under which its environment is read. */
  readonly readsRenamed: boolean;
  readonly writes: boolean;
  readonly places: boolean;
  readonly hides: boolean;
  /** Whether it runs programs, or code that is made of a text or loaded by a name that is made. */
  readonly runs: boolean;
}

export function wordsIn(text: string): Words {
  let sends: boolean | undefined;
  let readsFiles: boolean | undefined;
  let readsRenamed: boolean | undefined;
  let writes: boolean | undefined;
  let places: boolean | undefined;
  let hides: boolean | undefined;
  let runs: boolean | undefined;
  let opens: boolean | undefined;
  const opensFiles = () => {
    opens ??= OPENS.test(text) && FILES.test(text);
    return opens;
  };
  return {
    get sends() {
      sends ??=
        SENDS.test(text) ||
        (text.includes('fetch') && METHOD_FETCH.test(text) && GLOBAL_HANDED_ON.test(text));
      return sends;
    },
    get readsFiles() {
      readsFiles ??= READS_FILES.test(text) || opensFiles();
      return readsFiles;
    },
    get readsRenamed() {
      readsRenamed ??=
        PROCESS_ENDS.test(text) && ENVIRONMENT_OF.test(text) && PROCESS_HANDED_ON.test(text);
      return readsRenamed;
    },
    get writes() {
      writes ??= WRITES.test(text) || opensFiles();
      return writes;
    },
    get places() {
      places ??= PLACES.test(text);
      return places;
    },
    get hides() {
      hides ??= HIDES.test(text) || DECODES.test(text);
      return hides;
    },
    get runs() {
      runs ??= RUNNING.test(text) || FUNCTION.test(text) || COMPUTED_IMPORT.test(text);
      return runs;
    },
  };
}

/** Whether a place is named by parts that are written in pieces or in escapes. */
function spellsPlace(text: string): boolean {
  const whole = text
    .replace(JOINT, '')
    .replace(ESCAPES, (_, x?: string, u?: string, long?: string) =>
      String.fromCharCode(Number.parseInt(x ?? u ?? long ?? '', 16)),
    );
  return whole.length < text.length && PLACES.test(whole);
}

/** Cheap: most files of a large tree end here. */
export function mayMatter(text: string, words: Words): boolean {
  const { sends } = words;
  if (sends && (readsSomething(text, words) || SHELLS.test(text))) return true;
  if (sends && ASKS.test(text) && (SYSTEM.test(text) || COMPUTED.test(text))) return true;
  if (words.writes && (sends || words.places || spellsPlace(text))) return true;
  if (!sends && !words.hides && !COMPUTED.test(text) && !SHELLS.test(text)) return false;
  return words.runs || LEADING.test(text) || REQUIRE.test(text) || OF_GLOBAL.test(text);
}

function readsSomething(text: string, words: Words): boolean {
  return (
    words.readsFiles || READS_PROCESS.test(text) || words.readsRenamed || READS_OTHER.test(text)
  );
}
