import { namesPrivateFile } from '../modules/private-files.ts';
import type { ModuleTraits } from '../modules/traits.ts';
import type { Words } from './prefilter.ts';

// By words, one pass each, as the prefilter.
/**
 * All of the environment or a secret in it; clipboard and key store by their modules. What lies in
 * files is told apart.
 */
const PRIVATE =
  /\bprocess\s*\??\.\s*env\b(?!\s*(?:\??\.\s*\w|(?:\?\.\s*)?\[\s*['"`]))|\bprocess\s*\??\.\s*env\s*(?:\??\.\s*|(?:\?\.\s*)?\[\s*['"`])\w{0,60}(?:KEY|TOKEN|SECRET|PASS|COOKIE|CREDENTIAL|MNEMONIC|PAT\b|PHRASE)|clipboardy|\bclipboard\b|keytar/i;
const RUNS =
  /\beval\b|\bFunction\s*\(|child_process|\bvm['"`]|execa|shelljs|_compile|Bun\.|Deno\.|\bimport\s*\(\s*[^'"`\s)]/;
const NEAR = /['"`]\.{1,2}\/|__dirname/;
/** The first alternative takes imports of mere types out of the way: no data comes with them. */
const IMPORTS =
  /\b(?:import|export)\s+type\s+(?:[\w$]+|\*(?:\s+as\s+[\w$]+)?|\{[^{}]{0,4000}\})\s*from\s*['"][^'"\n]{1,300}['"]|(?:\bfrom|\bimport|\brequire\s*\(|\bimport\s*\()\s*(['"`])(\.{1,2}\/[^'"`\n]{1,300})\1|\(\s*__dirname\s*,\s*['"`]([^'"`\n]{1,300})['"`]/g;

/** What a file of JavaScript has to do with the others of its item. */
export function scriptTraits(text: string, words: Words): ModuleTraits {
  const traits = [
    words.readsRenamed || PRIVATE.test(text) ? 's' : '',
    namesPrivateFile(text) ? 'f' : '',
    words.readsFiles ? 'd' : '',
    words.sends ? 'n' : '',
    RUNS.test(text) ? 'r' : '',
    words.hides ? 'h' : '',
    words.places ? 'p' : '',
    words.writes ? 'w' : '',
  ].join('');
  const imports = new Set<string>();
  if (NEAR.test(text))
    for (const [, , plain, below] of text.matchAll(IMPORTS)) {
      const specifier = plain ?? (below === undefined ? undefined : `./${below}`);
      if (specifier !== undefined) imports.add(specifier);
    }
  return { language: 'javascript', traits, imports: [...imports] };
}
