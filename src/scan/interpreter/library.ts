import type { Node } from './node.ts';
import type { Evaluate } from './other-nodes.ts';
import type { Call, Handler, Run } from './run.ts';
import type { Scope } from './scope.ts';
import type { Value } from './value.ts';

/** What a language brings to the interpreter: its names, and what calling them gives and does. */
export interface Library {
  /** What is known of a call by the name of what is called. */
  handlerOf(ref: string): Handler | undefined;
  /** Number of the argument that a call puts what it reads into; undefined where it gives it. */
  filledBy?(ref: string): number | undefined;
  /** The call of a method that values of texts, lists and the like have; undefined for others. */
  callMethod(name: string, call: Call, run: Run): Value | undefined;
  /** What a name stands for that nothing in the file declares. */
  globalValue(name: string): Value;
  /** Whether calling it under a name put together at run time hides something. */
  isPowerful(ref: string): boolean;
  /** What a file hands to those that import it. */
  exportsOf(program: Node, top: Scope, run: Run): Value;
  /** How nodes are evaluated that ESTree does not have, by their types. */
  readonly evaluators?: ReadonlyMap<string, Evaluate>;
  /** Whether a class is called to make an object, without `new`. */
  readonly callsClasses?: true;
}
