import { prepare } from '../../scan/scan-file.ts';
import type { Language } from '../../scan/source-file.ts';

/** Any text may hold parts in any language. */
const ALL_LANGUAGES: ReadonlySet<Language> = new Set<Language>([
  ...(['javascript', 'shell', 'python', 'powershell'] as const),
  ...(['markdown', 'json', 'text', 'binary'] as const),
]);

export function prepareAll(): Promise<void> {
  return prepare(ALL_LANGUAGES);
}
