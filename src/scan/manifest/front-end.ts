import { cut } from '../bounds.ts';
import type { Fact, ScanFinding } from '../finding.ts';
import type { FrontEnd, Seen } from '../front-end.ts';
import { installScript } from '../rules/file/install-script.ts';
import { positionsIn, snippetOf } from '../snippet.ts';
import { type Entries, entriesOf, isManifest, namesIn } from './names.ts';

/** npm runs these without being asked. */
const UNASKED: ReadonlySet<string> = new Set(['preinstall', 'install', 'postinstall', 'prepare']);
const MAX_TEXT = 1024 * 1024;

/** JSON: what manifests call the item; of a package.json, the commands that run unasked. */
export const manifestFrontEnd: FrontEnd = {
  languages: ['json'],
  scan(file, context): Seen {
    const { path, text } = file;
    const findings: ScanFinding[] = [];
    const facts: Fact[] = [];
    if (text.length > MAX_TEXT)
      return { findings, facts: isManifest(path) ? [cut(path, text.length)] : [] };
    if (!isManifest(path)) return { findings, facts };
    const spotAt = positionsIn(path, text);
    const manifest = entriesOf(text);
    facts.push(...namesIn(path, text, manifest, spotAt));
    if (!/(?:^|\/)package\.json$/.test(path)) return { findings, facts };
    for (const [script, command] of scriptsOf(manifest)) {
      if (!UNASKED.has(script)) continue;
      const at = spotAt(Math.max(0, text.indexOf(`"${script}"`)));
      // `prepare` runs for what is installed from a repository, not from the registry.
      if (script !== 'prepare')
        findings.push(
          installScript.found('runs', { script, command }, { ...at, snippet: snippetOf(command) }),
        );
      const inner = context.scanPart(file, {
        language: 'shell',
        text: command,
        line: 1,
        column: 1,
      });
      const { line, column } = at;
      findings.push(...inner.findings.map((finding) => ({ ...finding, line, column })));
      facts.push(...inner.facts.map((fact) => ({ ...fact, line, column })));
    }
    return { findings, facts };
  },
};

function scriptsOf({ scripts }: Entries): readonly (readonly [string, string])[] {
  if (typeof scripts !== 'object' || scripts === null) return [];
  return Object.entries(scripts).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
}
