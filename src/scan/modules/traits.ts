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

/** The same, of which only the imports are known already. */
export interface OpenTraits extends Pick<ModuleTraits, 'language' | 'imports'> {
  /** Whether some trait is seen by words that have to be looked for anyway; false where it is not known. */
  holdsSome(): boolean;
  traits(): Traits;
}

const ANY: Traits = 'sfdnrhpw';
const MAX_IMPORTS = 200;
const SEPARATOR = '\n';

/** Undefined for a file that neither imports nor holds anything: no flow passes through it. */
export function moduleFact(file: string, known: ModuleTraits): Fact | undefined {
  const { traits, imports } = known;
  if (traits === '' && imports.length === 0) return undefined;
  return { kind: MODULE_FACT, value: written(known), file, line: 1, column: 1 };
}

/** Characters of the texts of an item that are kept until it is known whether it matters what they hold. */
const MAX_KEPT = 8_000_000;
let kept = 0;
/** How the traits are found that nobody asked for yet. */
const unasked = new WeakMap<Fact, () => Traits>();

/**
 * The same, while what a file holds is not looked for before `traitsOf` asks. Where that cannot be
 * asked, in another thread or another run, the fact says that the file may hold anything: more is
 * followed then, and nothing less.
 */
export function openModuleFact(file: string, size: number, known: OpenTraits): Fact | undefined {
  const { language, imports } = known;
  if (kept + size > MAX_KEPT || (imports.length === 0 && !known.holdsSome()))
    return moduleFact(file, { ...known, traits: known.traits() });
  kept += size;
  const value = written({ language, traits: ANY, imports });
  const fact: Fact = { kind: MODULE_FACT, value, file, line: 1, column: 1 };
  unasked.set(fact, known.traits);
  return fact;
}

function written({ language, traits, imports }: ModuleTraits): string {
  return [language, traits, ...imports.slice(0, MAX_IMPORTS)].join(SEPARATOR);
}

/** All files of an item are known: what is said from now on is of another one. */
export function endItem(): void {
  kept = 0;
}

export function importsOf({ value }: Fact): Pick<ModuleTraits, 'language' | 'imports'> {
  const [language, , ...imports] = value.split(SEPARATOR);
  return { language: language === 'python' ? language : 'javascript', imports };
}

export function traitsOf(fact: Fact): Traits {
  const find = unasked.get(fact);
  unasked.delete(fact);
  if (find) Object.assign(fact, { value: written({ ...importsOf(fact), traits: find() }) });
  return fact.value.split(SEPARATOR, 2)[1] ?? '';
}
