import { HELD, memberOf, taintsIn, taintsOfAll } from './contents.ts';
import { type Node, nameOf, nodeOf } from './node.ts';
import type { Run } from './run.ts';
import { assign, lookUp, type Scope } from './scope.ts';
import { join, mergeTaints, NOTHING, type Value } from './value.ts';

/** Methods by which what they are given goes into the object: of lists, maps, forms, streams, queues. */
const PUTS: ReadonlySet<string> = new Set(
  'push unshift splice fill set add end append prepend insert write put enqueue appendleft put_nowait setdefault setAttribute setItem attach add_header'.split(
    ' ',
  ),
);
const MAX_PROPS = 5000;

/** A property, or one half of one that is called: `kind` is that of a node of an ESTree. */
export function setMember(
  props: Map<string, Value> | undefined,
  key: string,
  kind: unknown,
  value: Value,
): void {
  const isCalled = (kind === 'get' || kind === 'set') && value.fn !== undefined;
  const accessor = isCalled ? { ...props?.get(key)?.accessor, [kind]: value.fn } : undefined;
  props?.set(key, accessor ? { accessor, taints: [] } : value);
}

/** A call of a method that takes data into its object: `form.append('file', data)`. */
export function putByMethod(
  object: Node | undefined,
  receiver: Value,
  method: string,
  args: readonly Value[],
  scope: Scope,
): void {
  if (!object || !PUTS.has(method)) return;
  const taints = taintsOfAll(args);
  if (taints.length > 0) put(object, receiver, HELD, { taints }, scope);
}

/** Data goes into something at a place that is not known. */
export function putInto(object: Node, value: Value, data: Value, scope: Scope): void {
  const taints = taintsIn(data);
  if (taints.length > 0) put(object, value, HELD, { taints }, scope);
}

/** `object.key = part`, where nothing is known of the object, or it is one of all the program. */
export function putUnder(
  object: Node | undefined,
  value: Value,
  key: string,
  part: Value,
  scope: Scope,
  run: Run,
): void {
  const accessor = value.props?.get(key)?.accessor;
  if (object && accessor) {
    if (accessor.set) run.invoke(accessor.set, [part], object);
    return;
  }
  if (value.props || value.ref === undefined || isObject(value)) {
    if (object) put(object, value, key, part, scope);
    return;
  }
  const name = memberOf(value, key).ref ?? `${value.ref}.${key}`;
  const known = run.globals.get(name);
  if ((part.fn || taintsIn(part).length > 0) && run.globals.size < MAX_PROPS)
    run.globals.set(name, known ? join(part, known) : part);
}

/** A member as it is read, with what was put under its name where that is one of all the program. */
export function storedMember(object: Value, key: string, node: Node, run: Run): Value {
  const value = memberOf(object, key);
  const { accessor } = value;
  if (accessor) return accessor.get ? run.invoke(accessor.get, [], node) : NOTHING;
  if (run.globals.size === 0 || object.ref === undefined) return value;
  return withStored(value, value.ref ?? `${object.ref}.${key}`, run);
}

/** What a name of all the program stands for, with what was put there. */
export function storedGlobal(name: string, run: Run): Value {
  const value = run.library.globalValue(name);
  return run.globals.size === 0 ? value : withStored(value, value.ref ?? name, run);
}

function withStored(value: Value, name: string, run: Run): Value {
  const stored = run.globals.get(name);
  if (!stored) return value;
  // What is known of it stays known: nobody makes a reader of files harmless by setting it anew.
  const known = value.ref !== undefined && run.library.handlerOf(value.ref) !== undefined;
  return known
    ? { ...value, taints: mergeTaints(value.taints, taintsIn(stored)) }
    : join(stored, value);
}

function put(object: Node, value: Value, key: string, part: Value, scope: Scope): void {
  if (value.props) {
    putProp(value.props, key, part);
    return;
  }
  if (object.type === 'Identifier') {
    const name = nameOf(object);
    const known = lookUp(scope, name);
    if (known && (known.ref === undefined || isObject(known)))
      assign(scope, name, holding(known, key, part), true);
    return;
  }
  const outer = nodeOf(object.object);
  if (object.type !== 'MemberExpression' || object.computed === true || !outer) return;
  const name = nameOf(nodeOf(object.property));
  const whole = outer.type === 'ThisExpression' ? scope.self : knownBy(outer, scope);
  if (whole) put(outer, whole, name, { taints: taintsIn(part) }, scope);
}

/** Whether a name stands for something that was made, and not for a module, which keeps nothing it is given. */
function isObject({ ref }: Value): boolean {
  return ref?.startsWith('@') === true;
}

function knownBy(node: Node, scope: Scope): Value | undefined {
  if (node.type === 'Identifier') return lookUp(scope, nameOf(node));
  const outer = nodeOf(node.object);
  if (node.type !== 'MemberExpression' || node.computed === true || !outer) return undefined;
  const whole = outer.type === 'ThisExpression' ? scope.self : knownBy(outer, scope);
  return whole && memberOf(whole, nameOf(nodeOf(node.property)));
}

/** The same with something in it: of its text, no more than the beginning is known. */
function holding(value: Value, key: string, part: Value): Value {
  const { text } = value;
  const props = new Map([[key, part]]);
  if (text === undefined) return { ...value, props };
  return { ...value, props, text: text.endsWith('*') ? text : `${text}*` };
}

function putProp(props: Map<string, Value>, key: string, part: Value): void {
  const known = props.get(key);
  if (known || props.size < MAX_PROPS) props.set(key, known ? join(part, known) : part);
}
