import type { ScanFinding } from './finding.ts';
import { destinationOf, hostOf } from './knowledge/destinations.ts';
import { isTestPath } from './knowledge/test-paths.ts';
import { catcherAddress } from './rules/text/catcher-address.ts';
import { evidenceAt, positionsIn } from './snippet.ts';
import type { SourceFile } from './source-file.ts';

const SETTINGS =
  /(?:\.(?:json|jsonc|json5|ya?ml|toml|ini|cfg|conf|env)|(?:^|\/)\.env(?:\.[\w-]{1,30})?)$/i;
/** What others wrote of other things, and samples that are to be filled in. */
const OTHERS =
  /(?:^|\/)(?:node_modules|\.git)\/|(?:^|[/._-])(?:example|sample|template|dist)s?(?:[/._-]|$)|(?:-lock|\.lock)\.\w{1,5}$/i;
const ADDRESS = /https?:\/\/[\w.-]{4,200}(?:[/?][^\s"'`<>,;]{0,300})?/gi;
/** Where the owner's own address belongs. */
const TO_BE_FILLED = /^(?:your|my|example|sample|test|demo|x{3,}|abc|foo|some|random|subdomain)/;
const MAX_TEXT = 1024 * 1024;
const MAX_FOUND = 10;

/** Addresses in shipped settings that lead to a tunnel or a tester of webhooks. */
export function catchersIn({ path, language, text }: SourceFile): readonly ScanFinding[] {
  if (language !== 'json' && language !== 'text') return [];
  if (!SETTINGS.test(path) || OTHERS.test(path) || isTestPath(path) || text.length > MAX_TEXT)
    return [];
  if (!text.includes('://')) return [];
  const found: ScanFinding[] = [];
  const place = positionsIn(path, text);
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    if (destinationOf(address) !== 'catcher' || !isOfSomebody(address)) continue;
    const evidence = evidenceAt(
      place(index),
      () => text.slice(index, index + 200).split('\n', 1)[0] ?? '',
    );
    found.push(catcherAddress.found('leads', { address }, evidence));
    if (found.length >= MAX_FOUND) break;
  }
  return found;
}

/** A service as such catches nothing: it takes a name below it or a path of somebody. */
function isOfSomebody(address: string): boolean {
  const host = hostOf(address) ?? '';
  const path = address.slice(address.indexOf(host) + host.length);
  const [first = ''] = host.split('.');
  return !TO_BE_FILLED.test(first) && (host.split('.').length > 2 || path.length >= 8);
}
