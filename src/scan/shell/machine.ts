import type { Statement } from 'unbash';
import type { ScanFinding, Step } from '../finding.ts';
import type { Sink } from '../flow/flow.ts';
import type { Part } from '../front-end.ts';
import type { Evidence } from '../rule.ts';
import type { Taint, Value } from './value.ts';

/** The state of a script while it is followed, without being run. */
export interface Machine {
  readonly variables: Map<string, Value>;
  /** What was written to files, by path. */
  readonly files: Map<string, Value>;
  /** Where the script has gone, from the root; empty where that is not known. */
  folder: string;
  /** What was defined, by name. */
  readonly functions: Map<string, ShellFunction>;
  /** The same by body: however often it is defined anew, it is the same function. */
  readonly bodies: Map<object, ShellFunction>;
  /** Calls that were too deep to follow at once. */
  readonly postponed: PostponedCall[];
  /** What the function that is being followed was called with. */
  given: readonly Value[] | undefined;
  /** Whether a command is called that the parameters of the script name. */
  dispatches: boolean;
  /** How often a function was followed. */
  entered: number;
  /** Whether calls were followed so often that only what is new is followed from here on. */
  isSpent(): boolean;
  /** Whether calls are nested so deep that no further one is followed from here. */
  isDeep(): boolean;
  /** Takes note that more was there than is followed. */
  exceed(): void;
  /** Follows statements; the value is what they print. */
  run(statements: readonly Statement[], stdin?: Value): Value;
  /** Follows a text as a script of its own, such as the argument of `eval`. */
  runText(text: string, at: number): void;
  step(at: number, what: string): Step;
  evidence(at: number): Evidence;
  report(finding: ScanFinding): void;
  flow(taints: readonly Taint[], sink: Sink, at: number): void;
  /** Scans a text that is handed to the interpreter of another language. */
  part(language: Part['language'], text: string, at: number): void;
}

/** A function of the script. */
export interface ShellFunction {
  calls: number;
  /** Whether it calls other functions. */
  calling: boolean;
  active: boolean;
  /** Of calls that are not followed each: how many were all the same. */
  again: number;
  /** Of those: whether some were not. */
  skipped: boolean;
  /** Of those: which data they were given. */
  readonly given: Set<string>;
  /** What the data that it prints is made of. */
  printed: Value;
  readonly run: (stdin: Value) => Value;
}

interface PostponedCall {
  readonly fn: ShellFunction;
  readonly args: readonly Value[];
  readonly stdin: Value;
}

/** A command with its arguments expanded. */
export interface Invocation {
  /** Base name: `curl` for `/usr/bin/curl`. */
  readonly name: string;
  readonly args: readonly Value[];
  readonly stdin: Value;
  readonly at: number;
}

/** What a command prints; its effects are reported to the machine. */
export type Handler = (call: Invocation, machine: Machine) => Value;
