import { WRITTEN } from '../knowledge/paths.ts';
import { namesPrivateFile } from '../modules/private-files.ts';
import type { ModuleTraits } from '../modules/traits.ts';
import { telltaleParts } from '../prefilter/path-parts.ts';
import type { Words } from './prefilter.ts';

/** A file that writes nothing may still name where another one writes. */
const PLACES = telltaleParts(WRITTEN);
/** All of the environment or a secret in it; clipboard and key store by their modules. */
const PRIVATE =
  /\benviron\b(?!\s*(?:\[|\.\s*(?:get|setdefault|pop)\b))|\b(?:environ|getenv)\b[^\n]{0,10}["']\w{0,60}(?:KEY|TOKEN|SECRET|PASS|COOKIE|CREDENTIAL|MNEMONIC|PAT\b|PHRASE)|clip|keyring/i;
const IMPORT =
  /[ \t]{0,80}(?:import[ \t]{1,20}([\w., \t]{1,300})|from[ \t]{1,20}(\.{0,20}[\w.]{0,200})[ \t]{1,20}import[ \t]{1,20}(?:\(([^()]{1,1000})\)|([^\n]{1,300})))/y;
const MAX_IMPORTS = 200;

/** What a file of Python has to do with the others of its item. */
export function moduleTraits(words: Words): ModuleTraits {
  const traits = [
    PRIVATE.test(words.plain) ? 's' : '',
    namesPrivateFile(words.plain) ? 'f' : '',
    words.reads ? 'd' : '',
    words.sends ? 'n' : '',
    words.runs || words.starts ? 'r' : '',
    words.decodes ? 'h' : '',
    PLACES.test(words.plain) || words.places() ? 'p' : '',
    words.writes ? 'w' : '',
  ].join('');
  const imports = new Set<string>();
  const add = (name: string) => {
    if (name !== '' && imports.size < MAX_IMPORTS) imports.add(name);
  };
  for (const at of words.imports) {
    IMPORT.lastIndex = at;
    const [, plain, from, bracketed, listed] = IMPORT.exec(words.plain) ?? [];
    if (plain !== undefined) for (const name of namesIn(plain)) add(name);
    if (from === undefined) continue;
    if (from.replaceAll('.', '') !== '') add(from);
    // A name that is imported from a package may be a module of it.
    for (const name of namesIn(bracketed ?? listed ?? ''))
      add(from.endsWith('.') ? `${from}${name}` : `${from}.${name}`);
  }
  return { language: 'python', traits, imports: [...imports] };
}

/** `a as b, c # why`: a and c. */
function namesIn(list: string): readonly string[] {
  return list
    .replaceAll(/#[^\n]{0,300}/g, '')
    .split(',')
    .map((part) => /^\s*([\w.]{1,200})/.exec(part)?.[1] ?? '');
}
