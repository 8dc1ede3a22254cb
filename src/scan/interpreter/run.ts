import type { ScanFinding, Step } from '../finding.ts';
import type { Sink } from '../flow/flow.ts';
import type { Part } from '../front-end.ts';
import type { Evidence } from '../rule.ts';
import type { Fn } from './fn.ts';
import type { Library } from './library.ts';
import type { Node } from './node.ts';
import type { Evaluate } from './other-nodes.ts';
import type { Scope } from './scope.ts';
import type { Taint, Value } from './value.ts';

/** The reading of one file: what evaluation asks for and reports to. */
export interface Run {
  readonly library: Library;
  /** By type of node, those of the library included. */
  readonly evaluators: ReadonlyMap<string, Evaluate>;
  /** What a field of a node gives, if it is a node itself. */
  evaluate(field: unknown, scope: Scope): Value;
  /** What a call of this function with these arguments gives and does. */
  invoke(fn: Fn, args: readonly Value[], at: Node, direct?: boolean): Value;
  /** Looks at a constructor with the arguments of one call: what it sets is kept in the object. */
  construct(fn: Fn, args: readonly Value[]): void;
  makeFunction(node: Node, scope: Scope): Fn;
  /** Looks at a function's body, unless that was done. */
  look(fn: Fn): void;
  /** Takes note of data that reaches a sink; `detail` is the value that gives the sink's detail. */
  flow(taints: readonly Taint[], sink: Sink, at: Node | (() => Evidence), detail?: Value): void;
  /** What a file of the same item exports; undefined when it is none that is known. */
  moduleAt(specifier: string): Value | undefined;
  step(at: Node, what: string): Step;
  evidence(at: Node): Evidence;
  report(finding: ScanFinding): void;
  /** Scans a text that the code hands to an interpreter. */
  scanPart(part: Pick<Part, 'language' | 'text'>, at: Node): void;
  /** What was put under names of all the program: `globalThis.key`, `process.env.KEY`. */
  readonly globals: Map<string, Value>;
  /** What was thrown, and what listeners are told, by names of their own. */
  readonly told: Map<string, Value>;
  /** The function whose body is being looked at. */
  current: Fn | undefined;
}

/** A call of something known. */
export interface Call {
  /** `child_process.exec`. */
  readonly ref: string;
  readonly receiver: Value;
  readonly args: readonly Value[];
  /** Arguments given by name; undefined where the language has none, or none were given. */
  readonly named?: ReadonlyMap<string, Value> | undefined;
  readonly node: Node;
  /** After `new`. */
  readonly isNew: boolean;
}

export type Handler = (call: Call, run: Run) => Value;
