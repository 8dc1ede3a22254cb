import { taintsIn } from './contents.ts';
import { printedBy, sendingOf } from './known-commands.ts';
import type { Call, Handler, Run } from './run.ts';
import { isConstant, mergeTaints, NOTHING, type Taint, type Value } from './value.ts';

const LEAST_CODE = 12;
const MAX_DETAIL = 300;

/** `eval(code)`, `new Function(…, code)`, `import(data:…)`, `setTimeout(text)`. */
export const runCode: Handler = (call, run) => {
  const { args, node, ref } = call;
  const code = ref === 'Function' || ref === 'vm.compileFunction' ? args.at(-1) : args[0];
  if (!code || code.fn) return { taints: [] };
  const detail = (code.text ?? '*').slice(0, MAX_DETAIL);
  run.flow(taintsIn(code), { kind: 'code', call: ref, detail }, node, code);
  if (isConstant(code)) {
    const text = codeOf(code.text ?? '');
    if (text.length >= LEAST_CODE) run.scanPart({ language: 'javascript', text }, node);
  }
  return { taints: [] };
};

/** The code in a `data:` address; any other text is code itself. */
function codeOf(text: string): string {
  const data = /^data:[^,]{0,200},/i.exec(text)?.[0];
  if (data === undefined) return text;
  try {
    const rest = text.slice(data.length);
    return /;base64,$/i.test(data) ? atob(rest) : decodeURIComponent(rest);
  } catch {
    return '';
  }
}

/** `exec(command)`: a shell reads it. */
export const runCommand: Handler = (call, run) => {
  const [command] = call.args;
  return command ? runShell(call, run, command) : { taints: [] };
};

/** `spawn(program, args)`; with `sh -c` the last argument is what a shell reads. */
export const runProgram: Handler = (call, run) => {
  const [program, list] = call.args;
  if (!program) return { taints: [] };
  const words = list?.props ? [...list.props.values()] : [];
  const name = program.text?.split('/').at(-1);
  const script = words[1];
  if (script && isInterpreter(program) && FLAG.test(words[0]?.text ?? ''))
    return runShell(call, run, script, LANGUAGES.get(name ?? ''));
  const text = [program, ...words].map((word) => word.text ?? '*').join(' ');
  runShell(call, run, { text, taints: taintsIn(program) });
  const given = mergeTaints(...words.map(taintsIn));
  send(given, text, call, run);
  return { ...child(call, run, text), text };
};

const INTERPRETERS: ReadonlySet<string> = new Set(
  'sh bash zsh dash ksh fish cmd cmd.exe powershell powershell.exe pwsh node python python3'.split(
    ' ',
  ),
);
/** What decides what is run, of a command as a list of words: the program, or what an interpreter is given. */
export function decidedBy(words: readonly Value[]): readonly Taint[] {
  const [program = NOTHING, flag, script = NOTHING] = words;
  const isCode = isInterpreter(program) && FLAG.test(flag?.text ?? '');
  return mergeTaints(taintsIn(program), isCode ? taintsIn(script) : NOTHING.taints);
}

function isInterpreter({ text }: Value): boolean {
  return text !== undefined && INTERPRETERS.has(text.slice(text.lastIndexOf('/') + 1));
}

/** What stands behind it is code. */
const FLAG = /^-[a-z]*[ce]$/;

const LANGUAGES: ReadonlyMap<string, 'javascript' | 'python' | 'powershell'> = new Map([
  ['node', 'javascript'],
  ['python', 'python'],
  ['python3', 'python'],
  ['powershell', 'powershell'],
  ['powershell.exe', 'powershell'],
  ['pwsh', 'powershell'],
]);

function runShell(
  call: Call,
  run: Run,
  command: Value,
  language: 'shell' | 'javascript' | 'python' | 'powershell' = 'shell',
): Value {
  const { node, ref } = call;
  const { text = '*' } = command;
  // `exec('open ' + url)`: only what stands first decides what is run.
  const whole = text.startsWith('*') || language !== 'shell' || command.parameter !== undefined;
  const all = whole || isConstant(command) ? taintsIn(command) : weaken(taintsIn(command));
  const taints = language === 'shell' ? all.filter((it) => !isMereWord(it, text)) : all;
  run.flow(taints, { kind: 'shell', call: ref, detail: text.slice(0, MAX_DETAIL) }, node, command);
  if (text.length >= LEAST_CODE && !text.startsWith('*')) run.scanPart({ language, text }, node);
  send(taintsIn(command), text, call, run);
  return child(call, run, text);
}

/** Programs that run what comes in. */
const SHELLS =
  /(?:^|\/)(?:(?:ba|z|da|k|fi)?sh|python[\d.]{0,5}|perl|ruby|node|pwsh|powershell(?:\.exe)?|cmd(?:\.exe)?)$/;

/** What a program that was started is given to read; `command` is what it was started with. */
export function feed(input: Value, command: string, call: Call, run: Run): void {
  const taints = taintsIn(input);
  if (SHELLS.test(command.split(/\s/, 1)[0] ?? ''))
    run.flow(taints, { kind: 'shell', call: call.ref, detail: command }, call.node, input);
  // The last word stands for what comes in.
  send(taints, `${command} *`, call, run);
}

/** A command that talks to another machine takes along what was put into it. */
function send(taints: readonly Taint[], command: string, { node }: Call, run: Run): void {
  const sink = taints.length > 0 ? sendingOf(command) : undefined;
  if (sink) run.flow(taints, sink, node, { text: sink.detail, taints: [] });
}

/** What a server answers is no program where it is a mere argument, or a part of the path, of one. */
export function weaken(taints: readonly Taint[]): readonly Taint[] {
  return taints.filter(({ origin }) => origin.kind !== 'remote' && origin.kind !== 'parameter');
}

/** One word for a shell, of which nothing is run by itself. */
const WORD = /^[\w.+=@:,/-]{1,199}$/;
/** Where the next word is the name of what is run. */
const COMES_FIRST =
  /(?:^|[;&|`(\n]|\b(?:sudo|exec|eval|env|nohup|then|do|else|command|xargs|\w+=\S*(?=\s))|-[a-z]*c\s*["']?)\s*$/;

/**
 * Whether a constant that was decoded is one word of a command that others are the program of: a key
 * in a header. The whole command is known then, and read as one.
 */
function isMereWord({ origin }: Taint, command: string): boolean {
  if (origin.kind !== 'decoded-constant' || !WORD.test(origin.detail)) return false;
  let at = command.indexOf(origin.detail);
  if (at < 0) return false;
  for (; at >= 0; at = command.indexOf(origin.detail, at + 1))
    if (COMES_FIRST.test(command.slice(Math.max(0, at - 40), at))) return false;
  return true;
}

function child({ node, ref }: Call, run: Run, command: string): Value {
  const origin = printedBy(command) ?? { kind: 'command-output', detail: ref };
  return { ref: '@child', taints: [{ origin, steps: [run.step(node, ref)], transforms: [] }] };
}
