/** An entry as written; without fields when it is no object. Lines and columns count from 1. */
export interface WrittenSuppression {
  readonly line?: number;
  readonly column?: number;
  readonly fields?: readonly {
    readonly name: string;
    /** Absent when the value is no text. */
    readonly text?: string;
    readonly line?: number;
    readonly column?: number;
  }[];
}

/** `security-suppressions.json5` beside the config. */
export interface SuppressionFile {
  readonly path: string;
  readonly entries: readonly WrittenSuppression[];
  /** Why there are no entries. */
  readonly problem?: {
    readonly code: 'syntax' | 'no_list' | 'too_many';
    readonly line?: number;
    readonly column?: number;
  };
}
