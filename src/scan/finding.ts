import type { Argument } from '../text/format.ts';

export type Severity = 'critical' | 'warn' | 'info';

/** How sure a rule is that the text does what it says: proven by data flow, or by shape alone. */
export type Confidence = 'certain' | 'likely' | 'possible';

/** A place in a file of an item; line and column count from 1, columns in UTF-16 units. */
export interface Spot {
  /** Relative to the item, with `/`; `pack.zip!/run.js` for a member of an archive. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One step of data from where it is read to where it goes. */
export interface Step extends Spot {
  /** What happens there, in code terms that need no translation: `process.env`, `base64`, `fetch`. */
  readonly what: string;
}

/** What a rule found at one place. It carries no prose: words are chosen when it is shown. */
export interface ScanFinding extends Spot {
  readonly rule: string;
  /** Key of the text that is said. */
  readonly message: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** The text found, redacted, on one line, without characters that a terminal obeys. */
  readonly snippet: string;
  readonly args: { readonly [name: string]: Argument };
  /** From source to sink; left out where the place is the whole story. */
  readonly path?: readonly Step[];
}

/**
 * Something that is worth nothing on its own and is combined over the files of an item: a parameter
 * that SKILL.md asks for, a command it tells to run, what a module exports.
 */
export interface Fact extends Spot {
  readonly kind: string;
  readonly value: string;
}

/** What was found in one file. Plain JSON: it travels between threads and lies in the cache. */
export interface FileResult {
  /** Relative to the item. */
  readonly path: string;
  readonly findings: readonly ScanFinding[];
  readonly facts: readonly Fact[];
}
