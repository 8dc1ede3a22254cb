import type { Fact } from '../finding.ts';

/** Languages whose files are followed into one another. */
type ModuleLanguage = 'javascript' | 'python';

/** Kind of the fact that says what a file of code has to do with others. */
export const MODULE_FACT = 'module';

/**
 * One letter a trait: what of a flow a file may hold, seen by words alone.
 * `s` reads something private that is no file, `f` names a file of which that is true, `d` reads
 * files, `n` uses the network, `r` runs code, `h` decodes what is hidden, `p` names a place that
 * outlives the item, `w` writes files.
 */
type Traits = string;

export interface ModuleTraits {
  readonly language: ModuleLanguage;
  readonly traits: Traits;
  /** Specifiers of files of the same item, as written. */
  readonly imports: readonly string[];
}

const MAX_IMPORTS = 200;
const SEPARATOR = '\n';

/** Undefined for a file that neither imports nor holds anything: no flow passes through it. */
export function moduleFact(file: string, known: ModuleTraits): Fact | undefined {
  const { language, traits, imports } = known;
  if (traits === '' && imports.length === 0) return undefined;
  const value = [language, traits, ...imports.slice(0, MAX_IMPORTS)].join(SEPARATOR);
  return { kind: MODULE_FACT, value, file, line: 1, column: 1 };
}

export function traitsOf({ value }: Fact): ModuleTraits {
  const [language, traits = '', ...imports] = value.split(SEPARATOR);
  return { language: language === 'python' ? language : 'javascript', traits, imports };
}
