import type { ModuleTraits } from '../modules/traits.ts';
import type { Words } from './prefilter.ts';

// By words, one pass each, as the prefilter.
const PRIVATE =
  /process\.env\b(?!\s*[.[]|\.(?!\w{0,60}(?:KEY|TOKEN|SECRET|PASS|COOKIE|CREDENTIAL|MNEMONIC)))|process\.env\s*(?:\.|\[\s*['"`])\w{0,60}(?:KEY|TOKEN|SECRET|PASS|COOKIE|CREDENTIAL|MNEMONIC)|process\s*(?:\?\.|\s\.)\s*env\b|\benv\s*[,}]|\.ssh\b|id_rsa|id_ed25519|\.aws\b|[Ww]allet|[Kk]eychain|\.gnupg|Login Data|[Cc]ookies|\.netrc|\.npmrc|\.kube\b|\.(?:openclaw|clawdbot|moltbot)\b|auth-profiles|(?:SOUL|MEMORY|USER)\.md|\/etc\/(?:passwd|shadow)|clipboard|keytar/;
const RUNS =
  /\beval\b|\bFunction\s*\(|child_process|\bvm['"`]|execa|shelljs|_compile|Bun\.|Deno\.|\bimport\s*\(\s*[^'"`\s)]/;
const NEAR = /['"`]\.{1,2}\/|__dirname/;
const IMPORTS =
  /(?:\bfrom|\bimport|\brequire\s*\(|\bimport\s*\()\s*(['"`])(\.{1,2}\/[^'"`\n]{1,300})\1|\(\s*__dirname\s*,\s*['"`]([^'"`\n]{1,300})['"`]/g;

/** What a file of JavaScript has to do with the others of its item. */
export function scriptTraits(text: string, words: Words): ModuleTraits {
  const traits = [
    PRIVATE.test(text) ? 's' : '',
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
