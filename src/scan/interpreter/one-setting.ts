import { narrow } from './contents.ts';
import { child, children, type Node, nameOf } from './node.ts';
import type { Value } from './value.ts';

// What is looked for in a file of settings by the name of one of them is that one and no other.

/** What finds the line of one setting: `^\s*NAME\s*=(.+)$`. */
const LINE =
  /^(?:[\^\s|]|\\[sn]|[*+?]|\(\?[:im]{1,3}\)?|\(|export\\s[+*]|\)){0,20}([A-Z][A-Z\d_]{3,60})(?:\\s[*+?]|\s){0,2}\\?=/;
const FINDS: ReadonlySet<string> = new Set(
  'exec match matchAll search fullmatch findall finditer'.split(' '),
);
/** What goes on over the end of a line. */
const OVER_LINES = /\\[SWDn]|\[\^|\(\?\w{0,4}s/;

/**
 * Of what a call that nothing is known of is given, what it can give back: `/^NAME=(.+)$/m.exec(text)`,
 * `re.search(r'^NAME=(.+)$', text)` find one setting of a file.
 */
export function narrowedByPattern(
  taints: Value['taints'],
  call: Node,
  args: readonly Value[],
): Value['taints'] {
  if (taints.length === 0 || !taints.some(({ origin }) => origin.kind === 'state-file'))
    return taints;
  const callee = child(call, 'callee');
  // Others give back more than what they find: `split`, `replace`.
  if (!callee || !FINDS.has(nameOf(child(callee, 'property')))) return taints;
  const nodes = [child(callee, 'object'), ...children(call, 'arguments')];
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
