import type { Fact, ScanFinding } from './finding.ts';
import type { ModuleReader } from './modules/follow.ts';
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
  readonly unfollowed?: true;
  /** Scans a part with its own front end; positions come back as those of the whole. */
  scanPart(file: SourceFile, part: Part): Seen;
  /** Takes what was parsed of a file that `follow` may be given later; it may come back or not. */
  keepTree?(file: SourceFile, tree: object): void;
}

/** Reads texts of one or several languages. It never throws, and its time is linear in the text. */
export interface FrontEnd {
  readonly languages: readonly Language[];
  /** Loads what it needs, such as a grammar; awaited once before the first `scan`. */
  prepare?(): Promise<void>;
  scan(file: SourceFile, context: FrontEndContext): Seen;
  /** Follows data through files of its languages that import one another, the imported first. */
  follow?(paths: readonly string[], read: ModuleReader): readonly ScanFinding[];
}
