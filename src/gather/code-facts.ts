import type { Behaviour } from './behaviour.ts';

/** One place in code that a rule of OpenClaw's own scan speaks of. */
export interface CodeHit {
  readonly rule: string;
  readonly level: 'critical' | 'warn';
  /** Relative to the scanned directory. */
  readonly file: string;
  readonly line: number;
}

/** A plugin or skill whose code was read (`--deep`). */
export interface ScannedCode {
  readonly kind: 'plugin' | 'skill';
  readonly name: string;
  readonly path: string;
  readonly files: number;
  /** What the rules of OpenClaw's own scan meet. */
  readonly hits: readonly CodeHit[];
  readonly behaviour?: Behaviour;
  /** Why the walk broke off, when it did. */
  readonly failed?: string;
  /** Why package.json names no entries although it is there, where the release says so. */
  readonly manifestError?: string;
  /** Entries of `openclaw.extensions` that lead out of the directory, and those that are hidden. */
  readonly escapingEntries: readonly string[];
  readonly hiddenEntries: readonly string[];
  /** Set when the reference does not read this: a shadowed skill, a linked plugin … */
  readonly only?: 'default';
  /** Set for what comes with OpenClaw itself. */
  readonly bundled?: true;
}
