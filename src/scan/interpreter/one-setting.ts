import { narrow, taintsIn } from './contents.ts';
import { child, children, type Node, nameOf, unwrap } from './node.ts';
import type { Run } from './run.ts';
import { holderOf, type Scope } from './scope.ts';
import type { Value } from './value.ts';

// What is looked for in a file of settings by the name of one of them is that one and no other.

/** What finds the line of one setting: `^\s*NAME\s*=(.+)$`. */
const LINE =
  /^(?:[\^\s|]|\\[sn]|[*+?]|\(\?[:im]{1,3}\)?|\(|export\\s[+*]|\)){0,20}([A-Z][A-Z\d_]{3,60})(?:\\s[*+?]|\s){0,2}\\?=/;
/** What goes on over the end of a line. */
const OVER_LINES = /\\[SWDn]|\[\^|\(\?\w{0,4}s/;
const START = /^(?:export )?([A-Z][A-Z\d_]{3,60})=$/;

/**
 * Of what a call that nothing is known of is given, what it can give back: `/^NAME=(.+)$/m.exec(text)`,
 * `re.search(r'^NAME=(.+)$', text)` find one setting of a file.
 */
export function narrowedByPattern(
  taints: Value['taints'],
  call: Node,
  args: readonly Value[],
): Value['taints'] {
  if (!taints.some(({ origin }) => origin.kind === 'state-file')) return taints;
  const callee = child(call, 'callee');
  const nodes = [callee && child(callee, 'object'), ...children(call, 'arguments')];
  for (const pattern of [...nodes.map(sourceOf), args[0]?.text]) {
    const name = pattern === undefined ? undefined : LINE.exec(pattern.slice(0, 200))?.[1];
    if (name !== undefined && pattern !== undefined && !OVER_LINES.test(pattern.slice(0, 1000)))
      return narrow(taints, name);
  }
  return taints;
}

/** The source of a regular expression that is written out, unless its `.` goes over lines. */
function sourceOf(node: Node | undefined): string | undefined {
  const regex = node?.regex;
  const literal: unknown = typeof regex === 'object' && regex !== null ? regex : node;
  if (typeof literal !== 'object' || literal === null) return undefined;
  const pattern = 'pattern' in literal ? literal.pattern : undefined;
  const flags = 'flags' in literal ? literal.flags : undefined;
  return typeof pattern === 'string' && typeof flags === 'string' && !flags.includes('s')
    ? pattern
    : undefined;
}

/** Evaluates what is only done where a condition holds: after `line.startsWith('NAME=')` a line is one setting. */
export function evaluateUnder(test: Node | undefined, then: Node, scope: Scope, run: Run): void {
  const call = test && unwrap(test);
  const callee = call?.type === 'CallExpression' ? child(call, 'callee') : undefined;
  const method = callee && nameOf(child(callee, 'property')).toLowerCase();
  const [first] = call && method === 'startswith' ? children(call, 'arguments') : [];
  const prefix = first && run.evaluate(first, scope).text;
  const setting = prefix === undefined ? undefined : START.exec(prefix)?.[1];
  const name = callee ? nameOf(child(callee, 'object')) : '';
  const holder = setting === undefined ? undefined : holderOf(scope, name);
  const whole = holder?.names.get(name);
  if (!holder || !whole || setting === undefined || whole.props) {
    run.evaluate(then, scope);
    return;
  }
  const one: Value = { ...whole, taints: narrow(taintsIn(whole), setting) };
  holder.names.set(name, one);
  run.evaluate(then, scope);
  // What it is set to meanwhile stays.
  if (holder.names.get(name) === one) holder.names.set(name, whole);
}
