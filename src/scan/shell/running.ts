import { remoteShell } from '../rules/shell/remote-shell.ts';
import type { Language } from '../source-file.ts';
import { fileAt, stored } from './files.ts';
import type { Handler, Invocation, Machine } from './machine.ts';
import { packages } from './packages.ts';
import { NOTHING, type Taint, taintsOf, UNKNOWN, type Value } from './value.ts';

/** Programs that run a text in the language that they are for. */
export const INTERPRETERS: ReadonlyMap<string, Language> = new Map<string, Language>([
  ...['sh', 'bash', 'zsh', 'dash', 'ksh', 'ash', 'fish'].map((name) => [name, 'shell'] as const),
  ...['python', 'python2', 'python3', 'pypy3'].map((name) => [name, 'python'] as const),
  ...['node', 'nodejs', 'deno', 'bun'].map((name) => [name, 'javascript'] as const),
  ...['perl', 'ruby', 'php', 'osascript'].map((name) => [name, 'text'] as const),
  ...['pwsh', 'powershell', 'powershell.exe'].map((name) => [name, 'powershell'] as const),
]);
const INLINE = /^-[a-z]{0,4}[ce]$|^--eval$|^-Command$|^-EncodedCommand$/;
/** The same within a text. */
const HAS_INLINE = new RegExp(
  INLINE.source.replaceAll('^', '(?:^|\\s)').replaceAll('$', '(?![\\w-])'),
);
const PHP = /\bphp\b/;
const RUN = /(?:^|\s)-r(?!\w)/;

/** Whether a text may hand a program to an interpreter on its command line. */
export function hasInline(plain: string): boolean {
  return HAS_INLINE.test(plain) || (RUN.test(plain) && PHP.test(plain));
}

/** A program that is fetched or decoded as a whole leaves no text of its own. */
const MAX_WHOLE = 24;
const SHELL_SCRIPT = /\bdo shell script\s{1,5}"((?:[^"\\]|\\.){4,2000})"/g;

/** What opens a connection in Perl, Ruby and PHP, and what is tied to it. */
const OPENS = /\bsocket\b|fsockopen|TCPSocket|IO::Socket/i;
const SHELL = /\/bin\/(?:ba|z|da)?sh\b|\bcmd(?:\.exe)?\b|["'`](?:ba|z)?sh\s-i\b/;

/** Something that was fetched or decoded is run. */
function ran(taints: readonly Taint[], call: string, at: number, machine: Machine): void {
  if (taints.length > 0) machine.flow(taints, { kind: 'shell', call, detail: '*' }, at);
}

const interpreter: Handler = (call, machine) => {
  const { name, args, stdin, at } = call;
  const language = INTERPRETERS.get(name) ?? 'text';
  const inline = args.findIndex(
    ({ text }) => INLINE.test(text) || (name === 'php' && text === '-r'),
  );
  const program = inline < 0 ? undefined : args[inline + 1];
  if (program) {
    // Within a program of another language a value is data, as a response that is taken apart.
    const isData = /(['"]{1,3})\*{1,3}\1/.test(program.text.slice(0, MAX_WHOLE));
    if (language === 'shell' || (program.text.length < MAX_WHOLE && !isData))
      ran(program.taints, name, at, machine);
    runText(language, program.text, at, machine);
    if (language === 'text' && OPENS.test(program.text) && SHELL.test(program.text))
      machine.report(remoteShell.found('given', { call: name }, machine.evidence(at)));
    // AppleScript hands its text to a shell.
    if (name === 'osascript')
      for (const [, inner = ''] of program.text.slice(0, 4000).matchAll(SHELL_SCRIPT))
        machine.runText(inner.replaceAll('\\"', '"'), at);
    return { text: '*', taints: stdin.taints };
  }
  const file = args.find(({ text }) => !text.startsWith('-'));
  // After `-` come the arguments of a program that is read from standard input.
  const read = args.findIndex(({ text }) => text === '-' || text === '/dev/stdin');
  const fromInput = read >= 0 && (!file || read <= args.indexOf(file));
  const body = file && !fromInput ? fileOrText(file, at, machine) : stdin;
  ran(body.taints, name, at, machine);
  if (body.text !== '*' && body.text !== '') runText(language, body.text, at, machine);
  return UNKNOWN;
};

/** A process substitution is a file whose text is known already. */
function fileOrText(file: Value, at: number, machine: Machine): Value {
  if (
    file.taints.some(({ source }) => source.kind === 'remote' || source.kind === 'decoded-constant')
  )
    return file;
  const value = fileAt(file, at, machine);
  return stored(file.text, machine) ? value : NOTHING;
}

function runText(language: Language, text: string, at: number, machine: Machine): void {
  if (language === 'shell') machine.runText(text, at);
  else if (language !== 'text') machine.part(language, text, at);
}

const evaluated: Handler = ({ name, args, at }, machine) => {
  ran(taintsOf(args), name, at, machine);
  machine.runText(args.map(({ text }) => text).join(' '), at);
  return UNKNOWN;
};

const sourced: Handler = (call, machine) => {
  const [file] = call.args;
  if (file) ran(fileOrText(file, call.at, machine).taints, 'source', call.at, machine);
  return UNKNOWN;
};

const PLANNED =
  /^[ \t]{0,4}(?:@\w{4,10}|(?:[\d*,/-]{1,20}[ \t]{1,4}){5})[ \t]{0,4}(\S[^\n]{3,1000})$/gm;

const timetable: Handler = ({ args, stdin, at }, machine) => {
  const file = args.find(({ text }) => !text.startsWith('-'));
  const value = file ? fileAt(file, at, machine) : stdin;
  const remote = value.taints.filter(({ source }) => source.kind === 'remote');
  if (remote.length > 0)
    machine.flow(remote, { kind: 'cron', call: 'crontab', detail: 'crontab' }, at);
  // What is planned is run later: a line of five times and a command.
  for (const [, command = ''] of value.text.slice(0, 20_000).matchAll(PLANNED))
    machine.runText(command, at);
  return UNKNOWN;
};

/** A program is called by the path of a file that was fetched before. */
export function runFile({ name, at }: Invocation, path: string, machine: Machine): void {
  const written = stored(path, machine);
  if (written) machine.flow(written.taints, { kind: 'program-file', call: name, detail: path }, at);
}

/** Commands that run texts as scripts of a shell. */
export const EVALUATING: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ['eval', evaluated],
  ['crontab', timetable],
]);

/** Commands that install packages. */
export const PACKAGERS: ReadonlyMap<string, Handler> = new Map<string, Handler>(
  ['pip', 'pip3', 'npm', 'pnpm', 'uv', 'gem'].map((name) => [name, packages] as const),
);

/** Commands that run what they are given. */
export const RUNNING: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ...[...INTERPRETERS.keys()].map((name) => [name, interpreter] as const),
  ...EVALUATING,
  ...PACKAGERS,
  ['source', sourced],
  ['.', sourced],
]);
