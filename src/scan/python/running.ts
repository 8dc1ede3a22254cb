import { callGiven } from '../interpreter/callbacks.ts';
import { taintsOf } from '../interpreter/computed.ts';
import { arrayOf, elementsOf, memberOf, taintsIn } from '../interpreter/contents.ts';
import { fromOther } from '../interpreter/exports.ts';
import { reportHidden } from '../interpreter/hidden.ts';
import type { Handler } from '../interpreter/run.ts';
import { feed, runCommand, runProgram } from '../interpreter/running.ts';
import { isConstant, mergeTaints, NOTHING, refValue, type Value } from '../interpreter/value.ts';

import { argument, fromSource, MAX_DETAIL, sentBy } from './calls.ts';
import { each } from './files.ts';

const LEAST_CODE = 12;
const CLIPBOARD = /(?:^|\/)(?:pbpaste|xclip|xsel|wl-paste)$/;

/** `exec(code)`, `eval(code)`. */
const runCode: Handler = ({ args: [code], node, ref }, run) => {
  if (!code || code.fn) return { taints: [] };
  const { text = '*' } = code;
  const detail = text.slice(0, MAX_DETAIL);
  run.flow(taintsIn(code), { kind: 'code', call: ref, detail }, node, code);
  if (isConstant(code) && text.length >= LEAST_CODE)
    run.scanPart({ language: 'python', text }, node);
  return { taints: [] };
};

/** `pickle.loads(data)`: data that decides what is run. */
const unpack: Handler = (call, run) => {
  const [data] = call.args;
  const taints = data ? taintsIn(data) : [];
  run.flow(taints, { kind: 'code', call: call.ref, detail: '*' }, call.node, data);
  return { taints };
};

/** What `sys.executable` is, as a name. */
function nameOfProgram(value: Value): Value {
  return value.ref === 'sys.executable' ? { text: 'python3', taints: [] } : value;
}

/** `subprocess.run(['sh', '-c', script])`, `subprocess.run(script, shell=True)`. */
const subprocess: Handler = (call, run) => {
  const command = argument(call, 0, 'args', 'cmd');
  if (!command) return { taints: [] };
  const { props } = command;
  const [program, ...rest] = props?.has('0') ? props.values() : [];
  const value = program
    ? runProgram({ ...call, args: [nameOfProgram(program), arrayOf(rest)] }, run)
    : runCommand({ ...call, args: [command] }, run);
  const name = (program ?? command).text ?? '*';
  const input = call.named?.get('input');
  if (input) feed(input, name, call, run);
  if (!CLIPBOARD.test(name)) return { ...value, text: name };
  const pasted = fromSource('clipboard', 'clipboard', call, run);
  return { ...value, taints: mergeTaints(value.taints, pasted.taints) };
};

/** `process.communicate(input)`, `process.stdin.write(input)`. */
const fed: Handler = (call, run) => {
  const input = argument(call, 0, 'input');
  if (input) feed(input, call.receiver.text ?? '*', call, run);
  return { taints: call.receiver.taints };
};

/** `os.execvp(program, [program, …])`. */
const execute: Handler = (call, run) => {
  const [program, given] = call.args;
  const [, ...words] = (given && elementsOf(given)) ?? call.args.slice(1);
  return program
    ? runProgram({ ...call, args: [nameOfProgram(program), arrayOf(words)] }, run)
    : { taints: [] };
};

/** `create_subprocess_exec(program, …)`. */
const executeWords: Handler = (call, run) => {
  const [program, ...words] = call.args;
  return program
    ? runProgram({ ...call, args: [nameOfProgram(program), arrayOf(words)] }, run)
    : { taints: [] };
};

/** `__import__(name)`, `importlib.import_module(name)`. */
const load: Handler = ({ args: [name], node, ref }, run) => {
  const text = name?.text;
  if (!name || text === undefined || text.includes('*')) {
    if (name) run.flow(taintsIn(name), { kind: 'code', call: ref, detail: '*' }, node, name);
    return { taints: [] };
  }
  if (name.built) reportHidden(text, node, run);
  const own = run.moduleAt(text);
  if (own) return fromOther(own, node, run);
  return refValue(ref === '__import__' ? (text.split('.')[0] ?? text) : text);
};

/** `functools.partial(f, a)`: what is given is given at once, and what comes later when it is called. */
const partial: Handler = (call, run) => {
  const [target = NOTHING, ...given] = call.args;
  if (taintsOf({ ...call, args: given }).length > 0)
    callGiven(target, { ...call, args: given }, run);
  return target;
};

const attribute: Handler = ({ args: [object, name, fallback], node }, run) => {
  const key = name?.text;
  if (!object) return { taints: [] };
  if (key === undefined || key.includes('*')) return { taints: taintsIn(object) };
  const value = memberOf(object, key);
  if (name?.built) reportHidden(plainRef(value.ref), node, run);
  return value.ref === undefined && !value.fn && !value.props && fallback ? fallback : value;
};

/** A name without the module that every name is looked up in last. */
export function plainRef(ref: string | undefined): string | undefined {
  return ref?.replace(/^(?:__builtins__|builtins|__builtin__)\.(?:__dict__\.)?/, '');
}

/** Native code from a file or from memory. */
const native: Handler = (call, run) => {
  run.flow(sentBy(call), { kind: 'code', call: call.ref, detail: '*' }, call.node, call.args[0]);
  return { taints: [] };
};

export const RUNNING: readonly (readonly [string, Handler])[] = [
  ...each(runCode, 'exec eval runpy.run_path builtins.exec execfile'),
  ...each(({ args: [code] }) => code ?? { taints: [] }, 'compile'),
  ...each(
    unpack,
    'pickle.loads pickle.load marshal.loads marshal.load dill.loads cloudpickle.loads cPickle.loads jsonpickle.decode shelve.open',
  ),
  ...each(load, '__import__ importlib.import_module importlib.__import__'),
  ...each(attribute, 'getattr'),
  ...each(partial, 'functools.partial'),
  ...each(() => refValue('builtins'), 'globals locals vars'),
  ...each(native, 'ctypes.memmove ctypes.CDLL ctypes.cdll.LoadLibrary ctypes.WinDLL'),
];

/** Calls that start programs. */
export const COMMANDS: readonly (readonly [string, Handler])[] = [
  ...each(
    runCommand,
    'os.system os.popen subprocess.getoutput subprocess.getstatusoutput asyncio.create_subprocess_shell commands.getoutput pexpect.run pexpect.spawn os.startfile',
  ),
  ...each(
    subprocess,
    'subprocess.run subprocess.call subprocess.check_call subprocess.check_output subprocess.Popen pty.spawn plumbum.local',
  ),
  ...each(fed, '@child.communicate @child.stdin.write'),
  ...each(executeWords, 'asyncio.create_subprocess_exec os.execl os.execlp'),
  ...each(execute, 'os.execv os.execvp os.execve os.execvpe os.spawnv os.spawnvp os.posix_spawn'),
];

const POWERFUL =
  /^(?:exec|eval|compile|__import__|os|os\.(?:system|popen|exec\w{1,3}|spawn\w{1,3})|subprocess(?:\..{1,40})?|pty(?:\..{1,40})?|marshal(?:\..{1,40})?|ctypes(?:\..{1,40})?)$/;

/** Whether calling it under a name put together at run time hides something. */
export function isPowerful(ref: string): boolean {
  return POWERFUL.test(ref);
}
