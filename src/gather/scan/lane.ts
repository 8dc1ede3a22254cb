import { languageOfName } from '../../scan/source-file.ts';

/**
 * Threads divide files by what they are written in: the parsers of programs, and what follows data
 * through them, need to be compiled in one thread alone, and so do the rules for texts.
 */
export type Lane = 'programs' | 'texts';

export const LANES: readonly Lane[] = ['programs', 'texts'];

/** What may hold a program that imports others goes with them: archives, and names that say nothing. */
export function laneOf(file: string): Lane {
  const language = languageOfName(file);
  const isProgram = language === 'javascript' || language === 'python' || language === undefined;
  return isProgram ? 'programs' : 'texts';
}
