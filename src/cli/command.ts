import type { Lang } from '../text/language.ts';
import type { Typed } from './argv.ts';
import type { Io } from './io.ts';
import type { OptionName } from './options.ts';

/** What a command is given. */
export interface Call {
  readonly typed: Typed;
  /** The words after the command's name. */
  readonly operands: readonly string[];
  /** Language of texts for people. */
  readonly lang: Lang;
  readonly io: Io;
}

export interface Command {
  /** What it takes beside the general options; any other one is wrong usage. */
  readonly options: readonly OptionName[];
  /** Words after its name; none when left out. */
  readonly operands?: {
    /** As the usage line shows it: `[ID]`, `PATH...`. */
    readonly shown: string;
    readonly least: number;
    readonly most: number;
  };
}
