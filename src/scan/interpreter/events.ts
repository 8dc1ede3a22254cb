import { arrayOf, elementsOf, taintsOfAll } from './contents.ts';
import type { Fn } from './fn.ts';
import { type Node, nameOf, nodeOf } from './node.ts';
import type { Run } from './run.ts';
import { NOTHING, type Value } from './value.ts';

const LISTENS: ReadonlySet<string> = new Set(
  'on once addListener prependListener addEventListener subscribe'.split(' '),
);
/** What every stream and connection tells: of these, the emitters must be called the same. */
const COMMON: ReadonlySet<string> = new Set(
  'data end close error message open connect connection ready finish exit request response'.split(
    ' ',
  ),
);
/** Listeners, and calls, of one event that are kept. */
const MAX_KEPT = 16;

/** `bus.on('x', f)` and `bus.emit('x', value)`, in whichever order they stand: `f` gets the value. */
export function passEvent(method: string, args: readonly Value[], node: Node, run: Run): void {
  const listens = LISTENS.has(method);
  if (!listens && method !== 'emit') return;
  const [event, ...given] = args;
  const name = event?.text;
  if (name === undefined || name.includes('*')) return;
  const key = COMMON.has(name) ? `${emitterOf(node)} ${name}` : name;
  const [listeners, emitted] = [`*on* ${key}`, `*emitted* ${key}`];
  const [listener] = given;
  if (listens && listener?.fn) {
    for (const values of kept(emitted, run)) hear(listener.fn, elementsOf(values) ?? [], node, run);
    keep(listeners, listener, run);
  } else if (!listens && taintsOfAll(given).length > 0) {
    for (const { fn } of kept(listeners, run)) if (fn) hear(fn, given, node, run);
    keep(emitted, arrayOf(given), run);
  }
}

/** One that is written where it is handed over was looked at with nothing: it is once more, with the values. */
function hear(fn: Fn, values: readonly Value[], node: Node, run: Run): void {
  if (fn.code) run.construct(fn, values);
  else run.invoke(fn, values, node);
}

function kept(key: string, run: Run): readonly Value[] {
  return elementsOf(run.told.get(key) ?? NOTHING) ?? [];
}

function keep(key: string, value: Value, run: Run): void {
  const before = kept(key, run);
  if (before.length < MAX_KEPT) run.told.set(key, arrayOf([...before, value]));
}

/** What the object is called whose method is called: `bus` of `this.bus.emit`. */
function emitterOf(node: Node): string {
  const object = nodeOf(nodeOf(node.callee)?.object);
  return object ? nameOf(object) || nameOf(nodeOf(object.property)) : '';
}
