/** What a scan by data flow found in one place of a plugin or skill. */
export interface BehaviourFinding {
  readonly rule: string;
  readonly severity: 'critical' | 'warn' | 'info';
  readonly confidence: 'certain' | 'likely' | 'possible';
  /** Relative to the scanned directory. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Redacted. */
  readonly snippet: string;
  /** From source to sink, as `file:line what`. */
  readonly steps: readonly string[];
}

/** What a plugin or skill does. */
export interface Behaviour {
  readonly verdict: 'clean' | 'suspicious' | 'malicious';
  /** Ids of the rules that decided it. */
  readonly reasons: readonly string[];
  /** Files read, of every kind. */
  readonly files: number;
  /** Those above info, the worst first. */
  readonly findings: readonly BehaviourFinding[];
}
