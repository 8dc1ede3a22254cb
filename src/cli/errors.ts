import type { UsageArgs, UsageKey } from './usage-words.ts';

type Args = { readonly [name: string]: string };

/** The command was not typed right; worded when it is printed. Exit status 2. */
export class UsageError<K extends UsageKey = UsageKey> extends Error {
  readonly code: K;
  readonly args: Args;
  readonly suggestion: string | undefined;
  constructor(code: K, args: UsageArgs<K>, suggestion?: string) {
    super(code);
    this.name = 'UsageError';
    this.code = code;
    this.args = args;
    this.suggestion = suggestion;
  }
}

/** What was asked for could not be done, though it was asked right. Exit status 3. */
export class IncompleteError<K extends UsageKey = UsageKey> extends Error {
  readonly code: K;
  readonly args: Args;
  constructor(code: K, args: UsageArgs<K>) {
    super(code);
    this.name = 'IncompleteError';
    this.code = code;
    this.args = args;
  }
}
