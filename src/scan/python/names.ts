import type { Handler } from '../interpreter/run.ts';
import { READERS, WRITERS } from './files.ts';
import { NETWORK } from './network.ts';
import { COMMANDS, RUNNING } from './running.ts';
import { DECODERS, SOURCES } from './sources.ts';
import { CODECS } from './text-methods.ts';
import { BARE, wordFinder } from './words.ts';

type Table = readonly (readonly [ref: string, handler: Handler])[];

/** Modules that honest code uses for much else: of these the called name tells. */
const COMMON: ReadonlySet<string> = new Set(
  'os io http asyncio commands builtins socket uuid getpass base64 binascii bytes bytearray urllib gzip zlib bz2 lzma'.split(
    ' ',
  ),
);
/** Calls that say nothing by themselves; what they lead to is named elsewhere. */
const PLAIN: ReadonlySet<string> = new Set(
  'getattr globals locals vars compile urllib.request.Request urllib2.Request'.split(' '),
);

/** Kinds of words: what a call of them, or reading them, does. */
export const SENDS = 1;
/** Gives something private or what the program was called with, or opens a file. */
export const READS = 2;
/** Runs a text that may be written out. */
export const EXECUTES = 4;
/** Runs what it is given, whatever it is. */
export const RUNS = 8;
/** Starts programs. */
export const STARTS = 16;
export const DECODES = 32;
export const WRITES = 64;
/** Each of these is looked at more closely where it stands. */
export const MAY_START = 128;
export const MAY_DECODE = 256;
export const MAY_WRITE = 512;
export const GETS = 1024;
export const BY_NAME = 2048;
export const MAY_READ = 4096;

/** Words of which a text holds one when it calls something in a table. */
function wordsOf(table: Table): readonly string[] {
  return table.flatMap(([ref]) => {
    if (PLAIN.has(ref)) return [];
    const parts = ref.split('.');
    const [top = ''] = parts;
    if (top.startsWith('@')) return [];
    return [COMMON.has(top) ? (parts.at(-1) ?? top) : top];
  });
}

const lastWords = (table: Table) => table.map(([ref]) => ref.slice(ref.lastIndexOf('.') + 1));
const split = (words: string) => words.split(' ');
/** What runs a text that stands in the file, so that no word of the text need be whole. */
const EXECUTING = split('exec eval execfile run_path __import__ import_module');
const METHODS = split('exec eval');
const UNSURE = new Set(['system', 'input', 'bytes', 'bytearray', 'unquote']);
const sure = (words: readonly string[]) => words.filter((word) => !UNSURE.has(word));

const KINDS = new Map<string, number>();
function enter(kind: number, words: readonly string[]): void {
  for (const word of words) KINDS.set(word, (KINDS.get(word) ?? 0) | kind);
}
enter(SENDS, wordsOf(NETWORK));
enter(READS, sure(wordsOf([...READERS, ...SOURCES])));
enter(READS, split('environ argv read_text read_bytes write_text write_bytes'));
enter(RUNS, wordsOf(RUNNING));
enter(EXECUTES, EXECUTING);
// A method that is called so is another.
enter(BARE, METHODS);
enter(STARTS, sure(wordsOf(COMMANDS)));
enter(DECODES, sure(wordsOf(DECODERS)));
enter(WRITES, [...lastWords(WRITERS), 'write_text', 'write_bytes']);
enter(MAY_START, ['system']);
enter(MAY_DECODE, ['bytes', 'bytearray', ...CODECS.keys()]);
enter(MAY_WRITE, ['file']);
enter(GETS, ['getattr']);
enter(BY_NAME, split('globals locals vars __dict__ __builtins__ builtins __builtin__'));
enter(MAY_READ, ['input']);

/** Looks up what a text names of what the tables know. */
export const namesIn = wordFinder(KINDS);
