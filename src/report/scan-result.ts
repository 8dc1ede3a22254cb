import type { ScanFinding } from '../scan/finding.ts';
import type { Verdict } from '../scan/verdict.ts';

/** An item of `scan`, judged. */
export interface ScannedItem {
  readonly kind: string;
  readonly name: string;
  readonly path: string;
  /** Files read. */
  readonly files: number;
  readonly verdict: Verdict;
  readonly findings: readonly ScanFinding[];
}

/** What `scan` found. */
export interface ScanResult {
  readonly items: readonly ScannedItem[];
  readonly unread: readonly {
    readonly path: string;
    readonly reason: string;
    readonly detail?: string;
  }[];
  /** Findings that were left out because they are accepted. */
  readonly accepted: number;
  readonly tool: { readonly name: string; readonly version: string };
}
