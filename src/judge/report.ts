import type { Argument, Severity } from '../checks/define.ts';
import type { Unmeasured } from '../gather/part.ts';
import type { GatewayProbe, Snapshot } from '../gather/snapshot.ts';
import type { LiveRequest } from '../live/inspect.ts';
import type { Suppression } from '../posture/suppression-entry.ts';
import type { SecretDiagnostic } from './secrets.ts';

/** A place made concrete. Lines and columns count from 1, offsets are UTF-16. */
export interface Location {
  /** Absolute path of the file, `env:NAME`, `option:--NAME` or `container:NAME`. */
  readonly file: string;
  /** The setting as people write it: `gateway.auth.token`. */
  readonly path?: string;
  readonly line?: number;
  readonly column?: number;
  readonly start?: number;
  readonly end?: number;
  /** The line itself, secrets and comments blanked out, at most 240 characters around the place. */
  readonly snippet?: string;
  /** Column of the place inside `snippet`, from 0, and its length. */
  readonly snippetStart?: number;
  readonly snippetLength?: number;
}

/** A finding ready to be worded; the words are chosen by the renderer. */
export interface ReportedFinding {
  readonly checkId: string;
  /** Id of the check that made it, placeholders included: the key to its texts. */
  readonly check: string;
  readonly severity: Severity;
  readonly message: string;
  readonly args: { readonly [name: string]: Argument };
  readonly remedy: string | null;
  readonly locations: readonly Location[];
  /** The same as long as the finding is; `fingerprint.ts` says of what it is made. 14 hex digits. */
  readonly fingerprint: string;
}

/** A finding that is there and was decided to be lived with. */
export interface SuppressedFinding {
  readonly finding: ReportedFinding;
  readonly by: Suppression;
  /** Where that is written. */
  readonly at: Location;
}

/** What could not be decided. `check` names a check whose outcome is unknown or that failed. */
export interface UnmeasuredEntry {
  readonly part: string;
  readonly reason: Unmeasured['reason'] | 'missing_part' | 'check_failed';
  readonly subject?: string;
  readonly detail?: string;
  /** Ids of the checks that could not decide because of it. */
  readonly checks: readonly string[];
}

/** What came of asking the running gateway, as OpenClaw's own audit puts it, and our own outcome. */
export interface ReportedProbe {
  readonly attempted: boolean;
  readonly url: string;
  readonly ok: boolean;
  /** Null when `ok`. */
  readonly error: string | null;
  readonly close: { readonly code: number; readonly reason: string } | null;
  readonly outcome: GatewayProbe['outcome'] | 'unmeasured';
}

export interface Report {
  /** Milliseconds since the epoch. */
  readonly ts: number;
  readonly tool: { readonly name: string; readonly version: string };
  readonly target: Snapshot['target'];
  readonly version: Snapshot['version'];
  readonly summary: { readonly critical: number; readonly warn: number; readonly info: number };
  /** In OpenClaw's order. */
  readonly findings: readonly ReportedFinding[];
  /** Not counted in the summary. */
  readonly suppressed: readonly SuppressedFinding[];
  readonly unmeasured: readonly UnmeasuredEntry[];
  /** Only with `--deep`. */
  readonly deep?: {
    readonly gateway: ReportedProbe;
    /** Everything that the gateway was asked, in order. */
    readonly requests: readonly LiveRequest[];
  };
  /** The list of known vulnerabilities that was used. */
  readonly advisories: {
    /** `2026-11-22` */
    readonly date: string;
    readonly ageDays: number;
    /** The release it was matched against; absent when that is only assumed. */
    readonly release?: string;
  };
  /** Credentials that could not be looked up, so that nothing is known of them. */
  readonly secretDiagnostics: readonly SecretDiagnostic[];
  /** How many checks ran to an answer. */
  readonly decided: number;
}
