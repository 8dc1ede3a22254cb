import type { Step } from '../finding.ts';
import type { Sink } from '../flow/flow.ts';
import type { Node } from './node.ts';
import type { Scope } from './scope.ts';
import type { Value } from './value.ts';

/** What a call of a function does with one of its parameters. */
export interface Effect {
  readonly index: number;
  readonly transforms: readonly string[];
  readonly steps: readonly Step[];
  readonly sink: Sink;
  /** The parameter that gives the address, path or command, when it is one. */
  readonly detailFrom?: number;
  readonly at: Node;
}

/** A sink of constant data whose address is a parameter. */
export interface Fn {
  readonly id: number;
  readonly node: Node;
  readonly scope: Scope;
  state: 'new' | 'running' | 'done';
  readonly effects: Effect[];
  returns: Value;
}
