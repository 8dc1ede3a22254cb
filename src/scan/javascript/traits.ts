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
const BELOW = /\(\s*__dirname\s*,\s*['"`]([^'"`\n]{1,300})['"`]/g;
/**
 * The name of a near file, which is rarer than what stands before it; that is looked at next. With
 * imports of mere types no data comes.
 */
const IMPORTED =
  /(['"`])(\.{1,2}\/[^'"`\n]{1,300})\1(?<=\b(?:from|import|require\s*\(|import\s*\()\s*\1\2\1)(?<!\b(?:import|export)\s+type\s+(?:[\w$]+|\*(?:\s+as\s+[\w$]+)?|\{[^{}]{0,4000}\})\s*from\s*\1\2\1)/g;

/** What a file of JavaScript has to do with the others of its item. */
export function scriptTraits(text: string, words: Words): ModuleTraits {
  const traits = [
    words.readsRenamed || PRIVATE.test(text) ? 's' : '',
    namesPrivateFile(text) ? 'f' : '',
    words.readsFiles ? 'd' : '',
    words.sends ? 'n' : '',
    words.runs ? 'r' : '',
    words.hides ? 'h' : '',
    words.places ? 'p' : '',
    words.writes ? 'w' : '',
  ].join('');
  const imports = new Set<string>();
  for (const [, , specifier = ''] of text.matchAll(IMPORTED)) imports.add(specifier);
  for (const [, below] of text.matchAll(BELOW)) imports.add(`./${below}`);
  return { language: 'javascript', traits, imports: [...imports] };
}
