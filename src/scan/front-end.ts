import type { Fact, ScanFinding } from './finding.ts';
import type { Links } from './modules/links.ts';
import type { Language, SourceFile } from './source-file.ts';

/** What a front end found in a text. */
export interface Seen {
  readonly findings: readonly ScanFinding[];
  readonly facts: readonly Fact[];
}

/** A part of a text in another language: a fenced block, a here-document, `python -c '…'`. */
export interface Part {
  readonly language: Language;
  readonly text: string;
  /** Where it starts in the whole: line and column of its first character, from 1. */
  readonly line: number;
  readonly column: number;
}

export interface FrontEndContext {
  /** Whether indicators of compromise are looked for. */
  readonly indicators: boolean;
  /** Set for a text that could not be followed within any bound: it is searched by words alone. */
  readonly unfollowed?: true | undefined;
  /** Scans a part with its own front end; positions come back as those of the whole. */
  scanPart(file: SourceFile, part: Part): Seen;
  /** The files that this one is followed into, itself among them. */
  readonly links?: Links | undefined;
}

/** Reads texts of one or several languages. It never throws, and its time is linear in the text. */
export interface FrontEnd {
  readonly languages: readonly Language[];
  /** Loads what it needs, such as a grammar; awaited once before the first `scan`. */
  prepare?(): Promise<void>;
  /** What a file has to do with the others of its item, by words alone; `scan` says it again. */
  outlook?(file: SourceFile): readonly Fact[];
  scan(file: SourceFile, context: FrontEndContext): Seen;
}
