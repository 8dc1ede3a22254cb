import type { Failed } from '../errno.ts';

/** Thrown inside the reader when a database cannot be read further. Never leaves `readDatabase`. */
export class UnreadableDatabase extends Error {
  readonly outcome: Failed;
  constructor(reason: Failed['reason'], detail: string) {
    super(detail);
    this.name = 'UnreadableDatabase';
    this.outcome = { status: 'failed', reason, detail };
  }
}

/** Thrown for what SQLite would not have written. */
export const malformed = (detail: string) => new UnreadableDatabase('malformed', detail);
