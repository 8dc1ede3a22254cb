import { callParameter } from './callbacks.ts';
import { ANY_KEY, elementOf, isEnvironment, memberOf, taintsIn, taintsOfAll } from './contents.ts';
import { passEvent } from './events.ts';
import type { Fn } from './fn.ts';
import { reportHidden } from './hidden.ts';
import { type Node, nameOf, nodeOf, nodesOf, unwrap } from './node.ts';
import { narrowedByPattern } from './one-setting.ts';
import { pipe } from './piping.ts';
import type { Call, Handler, Run } from './run.ts';
import type { Scope } from './scope.ts';
import { putByMethod, putInto, storedMember } from './storing.ts';
import { bothTaints, isConstant, join, NOTHING, refValue, type Value } from './value.ts';

const MAX_ARGUMENTS = 5000;
/** Functions of one object of options that are called. */
const MAX_HELD = 20;

const NONE: readonly Value[] = [];

/** Every kind of call, `new`, `import()` and tagged templates included. */
export function evaluateCall(node: Node, scope: Scope, run: Run): Value {
  if (node.type === 'ImportExpression') {
    const args = [run.evaluate(node.source, scope)];
    return callNamed({ ref: 'import', receiver: NOTHING, args, node, isNew: false }, run);
  }
  if (node.type === 'TaggedTemplateExpression') {
    const tag = run.evaluate(node.tag, scope);
    const args = [run.evaluate(node.quasi, scope)];
    return tag.ref === undefined
      ? NOTHING
      : callNamed({ ref: tag.ref, receiver: NOTHING, args, node, isNew: false }, run);
  }
  const outer = nodeOf(node.callee);
  const callee = outer ? unwrap(outer) : undefined;
  if (!callee) return NOTHING;
  const isMember = callee.type === 'MemberExpression' || callee.type === 'OptionalMemberExpression';
  const receiver = isMember ? run.evaluate(callee.object, scope) : NOTHING;
  const method = isMember ? methodName(callee, receiver, scope, run) : undefined;
  const target = isMember
    ? method === undefined
      ? NOTHING
      : storedMember(receiver, method, node, run)
    : run.evaluate(callee, scope);
  const args = argumentsOf(node, scope, run);
  const named = namedArguments(node, scope, run);
  const isNew = node.type === 'NewExpression';
  const shape: Shape = { ref: method ?? '', receiver, args, named, node, isNew };
  const called = target.parameter ? callParameter(target.parameter, args, run) : NOTHING;
  // `f.bind(x)` is `f`, and `f.call(x, a)` calls it.
  const isOwn = receiver.fn !== undefined;
  if (isOwn && method === 'bind') return receiver;
  if (isOwn && method === 'call')
    return callOwn(receiver, { ...shape, args: args.slice(1) }, callee, run);
  if (target.fn) return callOwn(target, shape, callee, run);
  if ((shape.isNew || run.library.callsClasses) && target.props)
    return construct(target, shape, run);
  if (target.ref !== undefined) {
    const known = callKnown(target.ref, shape, run);
    if (known) fill(target.ref, known, shape, scope, run);
    if (known) return answerOptions(withCallbacks(known, args, node, run), args, node, run);
  }
  if (method !== undefined) {
    const own = run.library.callMethod(method, shape, run);
    if (!own || !receiver.props) putByMethod(nodeOf(callee.object), receiver, method, args, scope);
    if (own) return withCallbacks(own, args, node, run);
  }
  const all = named ? [...args, ...named.values()] : args;
  return join(callUnknown(receiver, all, node, method, run), called);
}

/** `fs.readSync(file, buffer)`: what is read is in the buffer. */
function fill(ref: string, read: Value, { args, node }: Shape, scope: Scope, run: Run): void {
  const index = run.library.filledBy?.(ref);
  const buffer = index === undefined ? undefined : args[index];
  const named = index === undefined ? undefined : nodesOf(node.arguments)[index];
  if (buffer && named) putInto(named, buffer, read, scope);
}

function methodName(callee: Node, receiver: Value, scope: Scope, run: Run): string | undefined {
  if (callee.computed !== true) return nameOf(nodeOf(callee.property));
  const key = run.evaluate(callee.property, scope);
  if (key.text === undefined || key.text.includes('*')) return undefined;
  if (key.built && isConstant(key)) reportHidden(memberOf(receiver, key.text).ref, callee, run);
  return key.text;
}

function argumentsOf(node: Node, scope: Scope, run: Run): readonly Value[] {
  const list = nodesOf(node.arguments);
  const first = list[0];
  if (!first) return NONE;
  // Most calls are given one thing; a list that grows has room for seventeen.
  if (list.length === 1 && first.type !== 'SpreadElement') return [run.evaluate(first, scope)];
  const values: Value[] = [];
  for (let i = 0; i < list.length && i < MAX_ARGUMENTS; i++) {
    const argument = list[i];
    const value = run.evaluate(argument, scope);
    if (argument?.type !== 'SpreadElement') values.push(value);
    else if (value.props) values.push(...[...value.props.values()].slice(0, MAX_ARGUMENTS));
    else values.push({ taints: taintsIn(value) });
  }
  return values;
}

/** A function of this file; one that is written where it is called knows its arguments. */
function callOwn({ fn }: Value, shape: Call, callee: Node, run: Run): Value {
  if (!fn) return NOTHING;
  const { node } = shape;
  // What it does with functions among its arguments is known as all else that it does.
  return run.invoke(fn, placed(fn, shape), node, callee === fn.code?.node);
}

function construct(target: Value, shape: Call, run: Run): Value {
  const make = target.props?.get('constructor')?.fn;
  if (!make) return withFields(target, shape);
  const args = placed(make, shape);
  run.invoke(make, args, shape.node);
  if (run.library.callsClasses) run.construct(make, args);
  return target;
}

/** A class without a constructor of its own keeps what it is given, under the names that there are. */
function withFields(target: Value, { args, named }: Shape): Value {
  const taints = taintsOfAll(args);
  if (taints.length === 0 && !named) return target;
  const props = new Map([...(target.props ?? []), ...(named ?? [])]);
  if (taints.length > 0) props.set(ANY_KEY, { taints });
  return { ...target, props };
}

/** `f(a, key=b)`: undefined when nothing is given by name. */
function namedArguments(node: Node, scope: Scope, run: Run): Call['named'] {
  const list = nodesOf(node.named);
  if (list.length === 0) return undefined;
  const named = new Map<string, Value>();
  for (let i = 0; i < list.length && i < MAX_ARGUMENTS; i++) {
    const argument = list[i];
    if (!argument) continue;
    const value = run.evaluate(argument.value, scope);
    const name = nameOf(argument);
    if (name !== '') named.set(name, value);
    // `**options`: its keys are names.
    else if (value.props) for (const [key, part] of value.props) named.set(key, part);
    if (name === '' && value.taints.length > 0) named.set('**', { taints: value.taints });
  }
  return named;
}

/** Arguments in the order of the parameters. */
function placed(fn: Fn, { args, named }: Call): readonly Value[] {
  if (!named) return args;
  const list = [...args];
  for (const [name, value] of named) {
    const at = fn.parameters.indexOf(name);
    const index = at >= 0 ? at : fn.parameters.indexOf('**');
    if (index < 0) continue;
    while (list.length < index) list.push(NOTHING);
    const before = list[index] ?? NOTHING;
    list[index] = at >= 0 ? join(value, before) : withKey(before, name, value);
  }
  return list;
}

function withKey(object: Value, key: string, value: Value): Value {
  return { ...object, props: new Map(object.props).set(key === '**' ? ANY_KEY : key, value) };
}

/** A call whose name is set when it turns out what is called. */
type Shape = Omit<Call, 'ref'> & { ref: string };

/** `f.call(x, …)`, `f.apply(x, […])` and `f.bind(x)` are about `f`. */
function callKnown(ref: string, shape: Shape, run: Run): Value | undefined {
  const { handlerOf } = run.library;
  const handler = handlerOf(ref);
  if (handler) return callRef(ref, handler, shape, run);
  const dot = ref.lastIndexOf('.');
  const how = ref.slice(dot + 1);
  if (dot <= 0 || (how !== 'call' && how !== 'apply' && how !== 'bind')) return undefined;
  const through = ref.slice(0, dot);
  const bound = handlerOf(through);
  if (!bound && through !== 'process.binding') return undefined;
  if (how === 'bind') return refValue(through);
  const [, ...rest] = shape.args;
  const args = how === 'call' ? rest : [...(rest[0]?.props?.values() ?? [])];
  return callRef(through, bound, { ...shape, args }, run);
}

function callNamed(shape: Shape, run: Run): Value {
  return callRef(shape.ref, run.library.handlerOf(shape.ref), shape, run);
}

function callRef(ref: string, handler: Handler | undefined, shape: Shape, run: Run): Value {
  const name = shape.args[0];
  // `require('child_' + 'process')`: why not write it?
  if ((ref === 'require' || ref === 'import') && name?.built && isConstant(name))
    reportHidden(name.text?.replace(/^node:/, ''), shape.node, run);
  shape.ref = ref;
  return handler?.(shape, run) ?? NOTHING;
}

/** Functions among the arguments are called with what comes of it. */
function withCallbacks(
  value: Value,
  args: readonly Value[],
  node: Node,
  run: Run,
  each?: Value,
): Value {
  let result = value;
  for (let i = 0; i < args.length; i++) {
    const fn = args[i]?.fn;
    if (!fn) continue;
    const given =
      value.ref === '@child' || value.taints.length > 0 ? { taints: value.taints } : NOTHING;
    const back = callWith(fn, [each ?? given, given, given], node, run);
    if (back.taints.length > 0) result = join(result, { taints: back.taints });
  }
  return result;
}

/** A function that is written at the call is called there alone; any other may be called again. */
export function callWith(fn: Fn, args: readonly Value[], node: Node, run: Run): Value {
  const { code, state } = fn;
  if (state !== 'new' && args.every(({ taints }) => taints.length === 0)) return NOTHING;
  const isThere = code && code.node.start >= node.start && code.node.end <= node.end;
  return run.invoke(fn, args, node, isThere === true);
}

/** Functions in an object of options are called with the answer: `request({ url, success(it) {} })`. */
function answerOptions(answer: Value, args: readonly Value[], node: Node, run: Run): Value {
  if (answer.taints.length === 0) return answer;
  for (let i = 0; i < args.length; i++) {
    const props = args[i]?.props;
    if (!props) continue;
    let held = 0;
    for (const { fn } of props.values()) {
      if (!fn || ++held > MAX_HELD) continue;
      const asked = new Set(args.flatMap((arg) => taintsIn(arg).map(({ origin }) => origin)));
      const it = { taints: answer.taints.filter(({ origin }) => !asked.has(origin)) };
      if (it.taints.length > 0) callWith(fn, [it, it, it], node, run);
    }
  }
  return answer;
}

const ITERATES: ReadonlySet<string> = new Set(
  'forEach map flatMap filter some every find'.split(' '),
);
const CHAINED: ReadonlySet<string> = new Set('then catch finally on once pipe'.split(' '));

/** Nothing is known of it: data passes through, and into the functions that are handed over. */
function callUnknown(
  receiver: Value,
  args: readonly Value[],
  node: Node,
  method: string | undefined,
  run: Run,
): Value {
  if (method === 'pipe') pipe(receiver, args[0], node, run);
  if (method !== undefined && args.length > 1) passEvent(method, args, node, run);
  // What is signed with a key does not hold the key.
  let taints = method === 'sign' ? NOTHING.taints : taintsIn(receiver);
  for (let i = 0; i < args.length; i++) {
    const arg = args[i];
    if (arg && !arg.fn && !isEnvironment(arg.ref)) taints = bothTaints(taints, taintsIn(arg));
  }
  const chained = method !== undefined && CHAINED.has(method);
  taints = narrowedByPattern(taints, node, args);
  const isModule = method === 'then' && receiver.ref !== undefined && !receiver.ref.startsWith('@');
  const each =
    method !== undefined && ITERATES.has(method)
      ? elementOf(receiver)
      : isModule
        ? receiver
        : undefined;
  if (chained && taints.length > 0)
    for (const { parameter } of args) if (parameter) callParameter(parameter, [{ taints }], run);
  const value = withCallbacks({ taints }, args, node, run, each);
  if (!chained || receiver.ref === undefined) return value;
  const { ref, text } = receiver;
  return { ...value, ref, ...(text === undefined ? {} : { text }) };
}
