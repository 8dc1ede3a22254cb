import type { Handler } from '../javascript/run.ts';
import { READERS } from './files.ts';
import { NETWORK } from './network.ts';
import { COMMANDS, RUNNING } from './running.ts';
import { DECODERS, SOURCES } from './sources.ts';
import { CODECS } from './text-methods.ts';

type Table = readonly (readonly [ref: string, handler: Handler])[];

/** Modules that honest code uses for much else: of these the called name tells. */
const COMMON: ReadonlySet<string> = new Set(
  'os io http asyncio commands builtins socket uuid getpass base64 binascii bytes bytearray urllib gzip zlib bz2 lzma'.split(
    ' ',
  ),
);
/** Calls that say nothing by themselves; what they lead to is named elsewhere. */
const PLAIN: ReadonlySet<string> = new Set(
  'getattr globals locals vars compile urllib.request.Request urllib2.Request urllib.request.build_opener'.split(
    ' ',
  ),
);
/** `platform.system()` takes nothing, and starts nothing. */
const SYSTEM = /\.\s*system\b(?!\s*\(\s*\))|\bimport\b[^\n]{0,200}\bsystem\b|["']system["']/;

/** Words of which a text holds one when it calls something in a table. */
function wordsOf(table: Table): readonly string[] {
  const words = new Set<string>();
  for (const [ref] of table) {
    if (ref.startsWith('@') || PLAIN.has(ref)) continue;
    const parts = ref.split('.');
    const [top = ''] = parts;
    words.add(COMMON.has(top) ? (parts.at(-1) ?? top) : top);
  }
  return [...words].sort();
}

const anyOf = (words: readonly string[]) => `\\b(?:${words.join('|')})\\b`;

export const NETWORK_NAMES = new RegExp(anyOf(wordsOf(NETWORK)));
export const RUNNING_NAMES = new RegExp(anyOf(wordsOf(RUNNING)));
const commands = wordsOf(COMMANDS).filter((word) => word !== 'system');
export const COMMAND_NAMES = new RegExp(`${anyOf(commands)}|${SYSTEM.source}`);
/** What gives something private or what the program was called with, or opens a file. */
export const READING_NAMES = new RegExp(
  anyOf([
    ...wordsOf([...READERS, ...SOURCES]),
    ...'environ argv read_text read_bytes write_text write_bytes'.split(' '),
  ]),
);
const codecs = [...CODECS.keys()].join('|');
const bare = new Set(['bytes', 'bytearray', 'unquote']);
export const DECODING_NAMES = new RegExp(
  `${anyOf(wordsOf(DECODERS).filter((word) => !bare.has(word)))}|\\b(?:bytes|bytearray)\\s*\\(|['"](?:${codecs})['"]`,
);
