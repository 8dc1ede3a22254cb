import type { Sink, Source } from '../flow/flow.ts';
import { sourceAt } from '../knowledge/paths.ts';

// What a command does that code runs, as far as its text is constant. It is also read as a script of
// a shell, but that does not know what stands for the `*` in it, nor does the code know what it prints.

const MAX_COMMAND = 4000;
const CLIENT =
  /(?:^|[\s;&|(`"'/])(curl|wget|ncat|netcat|nc|scp|rsync|telnet|nslookup|dig|iwr|irm|Invoke-WebRequest|Invoke-RestMethod)(?:\.exe)?\s([^;&|\n]{1,2000})/i;
const ADDRESS = /\b[a-z]{2,6}:\/\/[^\s'"`<>()]{2,500}/i;
const PEER =
  /(?:^|\s)(?:[\w.-]{1,60}@)?((?:[\w*-]{1,63}\.){1,8}[a-z]{2,24}|\d{1,3}(?:\.\d{1,3}){3})(?=[\s:]|$)/i;
/** A key in a header is how a key is used. */
const HEADER =
  /(?:\s|^)(?:-H|--header|-u|--user)[= ]{0,2}(?:"[^"]{0,400}"|'[^']{0,400}'|\S{1,400})/g;

/** They send what comes in, and none of their arguments. */
const PIPED = /^(?:nc|ncat|netcat|telnet)$/i;

/** Where a command sends what was put into it; undefined when it talks to nobody. */
export function sendingOf(command: string): Sink | undefined {
  const match = CLIENT.exec(command.slice(0, MAX_COMMAND));
  if (!match) return undefined;
  const [, call = '', given = ''] = match;
  const sent = PIPED.test(call) ? command.slice(0, match.index) : given.replace(HEADER, ' ');
  if (!sent.includes('*')) return undefined;
  const isLookUp = /^(?:nslookup|dig)$/i.test(call);
  const detail = ADDRESS.exec(given)?.[0] ?? PEER.exec(given)?.[1] ?? '*';
  return { kind: isLookUp ? 'dns' : 'network', call, detail };
}

const PRINTS_FILE =
  /^(?:cat|head|tail|type|base64|xxd|strings)\s(?:-\w{1,10}\s){0,4}["']?([^\s"'|;&<>]{2,300})/;
const PRINTS_SECRET: readonly (readonly [Source['kind'], RegExp])[] = [
  ['key-store', /^security\s(?:dump-keychain|export)\b/],
  ['clipboard', /^(?:pbpaste|xclip\s[^|;&]{0,40}-o|xsel\b[^|;&]{0,40}(?:-o|--output)|wl-paste)\b/],
];

const ENTRY = /^(?:security\sfind-(?:generic|internet)-password|secret-tool\s(?:lookup|search))\b/;
/** Of an entry of a key store, whose it is: `-s "Chrome Safe Storage"`, `-wa Chrome`, `service chrome`. */
const OWNER = /\s(?:-[a-z]{0,3}[sal]|service|application)\s{1,3}["']?([A-Za-z][\w. -]{1,60})/g;
const BROWSER = /\b(?:chrome|chromium|brave|edge|firefox|safari|opera|vivaldi|arc)\b/i;

/** One entry is the key of the program that it is of, unless it is that of a browser's passwords. */
function entryOf(command: string): Source | undefined {
  if (!ENTRY.test(command)) return undefined;
  const owners = [...command.matchAll(OWNER)].map(([, name = '']) => name.trim());
  if (owners.some((name) => BROWSER.test(name))) return { kind: 'key-store', detail: 'security' };
  const [own] = owners;
  if (own === undefined) return undefined;
  return { kind: 'secret-variable', detail: own.toUpperCase().replaceAll(/\W/g, '_') };
}

/** What a command prints that nobody but its owner has to read; undefined for anything else. */
export function printedBy(command: string): Source | undefined {
  const text = command.slice(0, MAX_COMMAND).trim();
  const [program = ''] = text.split(/\s/, 1);
  for (const [kind, pattern] of PRINTS_SECRET)
    if (pattern.test(text)) return { kind, detail: program };
  const entry = entryOf(text);
  if (entry) return entry;
  const path = PRINTS_FILE.exec(text)?.[1]?.replace(/^(?:\$HOME|\$\{HOME\})(?=\/)/, '~');
  if (path === undefined) return undefined;
  const kind = sourceAt(path);
  return kind === 'file' ? undefined : { kind, detail: path };
}
