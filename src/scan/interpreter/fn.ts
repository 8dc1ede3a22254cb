import type { Step } from '../finding.ts';
import type { Sink } from '../flow/flow.ts';
import type { Evidence } from '../rule.ts';
import type { Node } from './node.ts';
import type { Run } from './run.ts';
import type { Scope } from './scope.ts';
import type { Parameter, Value } from './value.ts';

/** What a call of a function does with one of its parameters. */
export interface Effect {
  readonly of: Parameter;
  /** Set when it is done with what calling the parameter gives. */
  readonly called?: true;
  readonly transforms: readonly string[];
  readonly steps: readonly Step[];
  readonly sink: Sink;
  /** The parameter that gives the address, path or command, when it is one. */
  readonly detailFrom?: Parameter;
  /** The place of the sink, in whichever file it is. */
  evidence(): Evidence;
}

/** A call of one of its parameters in a function. */
export interface Callback {
  readonly of: Parameter;
  /** What is known of each argument as a whole. */
  readonly args: readonly Value[];
}

/** What one call of a function gave it. */
export interface Given {
  readonly args: readonly Value[];
  /** The call, by its place alone: a function that outlives its file must not keep its tree. */
  readonly at: Node;
  readonly run: Run;
}

/** A function, and what is known of it once its body was looked at. */
export interface Fn {
  readonly id: number;
  /** Undefined once its file is done: what other files need is the rest, without the tree. */
  code: { readonly node: Node; readonly scope: Scope } | undefined;
  /** Names of the parameters, empty for a pattern; `**` is what takes all other names. */
  readonly parameters: readonly string[];
  /** Number of the parameter that takes all other arguments; -1 when there is none. */
  readonly rest: number;
  /** How often its body was looked at for constants. */
  looks: number;
  state: 'new' | 'running' | 'done';
  readonly effects: Effect[];
  readonly calls: Callback[];
  /** Calls that gave it data. */
  readonly given: Given[];
  returns: Value;
}
