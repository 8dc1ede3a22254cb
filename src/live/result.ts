import type { SelfReport } from './self-report.ts';

/** How a connection ended, as the other side put it. */
export interface Close {
  readonly code: number;
  readonly reason: string;
}

export type Outcome =
  /** It answers, takes the credential and lets us read its status. */
  | 'healthy'
  /** It answers and takes the credential, but not for everything that was asked. */
  | 'limited'
  | 'auth_refused'
  /** Nothing listens there. */
  | 'refused'
  | 'unreachable'
  /** Something is there that does not answer as a gateway does. */
  | 'protocol'
  | 'not_asked';

/** What came of asking a gateway; nothing in it is secret or can do harm to a terminal. */
export interface ProbeResult extends SelfReport {
  /** Without credentials. */
  readonly url: string;
  readonly outcome: Outcome;
  /** In a word or two; null when all went well. */
  readonly error: string | null;
  readonly close: Close | null;
}

/** Ends a probe. Its message comes from outside and is not yet fit to be shown. */
export class ProbeFailure extends Error {
  readonly outcome: Outcome;
  readonly close: Close | null;
  constructor(outcome: Outcome, message: string, close: Close | null) {
    super(message);
    this.name = 'ProbeFailure';
    this.outcome = outcome;
    this.close = close;
  }
}
