import type { Lang } from '../text/language.ts';
import type { Typed } from './argv.ts';
import type { Io } from './io.ts';

/** What a command is given. */
export interface Call {
  readonly typed: Typed;
  /** Language of texts for people. */
  readonly lang: Lang;
  readonly io: Io;
}

export interface Command {
  readonly help: { readonly [L in Lang]: string };
  /** Loads the command's code and runs it; gives the exit status. */
  run(call: Call): Promise<number>;
}
