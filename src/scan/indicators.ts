import data from '../../data/indicators.json' with { type: 'json' };
import type { ScanFinding } from './finding.ts';
import { fromBase64 } from './javascript/decode.ts';
import { isTestPath } from './knowledge/test-paths.ts';
import { isAboutAttacks } from './markdown/quoted.ts';
import { knownIndicator } from './rules/indicator/known-indicator.ts';
import { positionsIn, snippetOf } from './snippet.ts';
import type { SourceFile } from './source-file.ts';

const DOUBT = { severity: 'warn', confidence: 'likely' } as const;
const MAX_HITS = 20;
const MAX_BLOBS = 200;
const BLOB = /[A-Za-z\d+/]{24,4000}={0,2}/g;
/** Tests and samples of scanners hold what they look for. */
const SAMPLE = /(?:^|\/)(?:samples?|evals?)\//i;

/** Where a file uses what is known from an attack: plainly, or encoded in base64. */
export function indicatorsIn({ path, text }: SourceFile): readonly ScanFinding[] {
  const found: ScanFinding[] = [];
  const place = positionsIn(path, text);
  const evidence = (at: number) => ({ ...place(at), snippet: snippetOf(lineAt(text, at)) });
  const publisher = path === '_meta.json' ? ownerOf(text) : undefined;
  const blobs = decodedBlobs(text);
  for (const { kind, value, campaign, sources } of data.indicators) {
    const args = { value, campaign, sources };
    if (kind === 'publisher') {
      // A name alone proves nothing about this work of theirs.
      if (publisher === value)
        found.push(knownIndicator.found('published', args, evidence(0), DOUBT));
      continue;
    }
    for (
      let at = text.indexOf(value);
      at >= 0 && found.length < MAX_HITS;
      at = text.indexOf(value, at + 1)
    ) {
      // As part of an address it is used; alone, or in a warning, it is named.
      const used = /(?:https?:\/\/|@)$/.test(text.slice(Math.max(0, at - 8), at));
      const told = SAMPLE.test(path) || isTestPath(path) || isAboutAttacks(lineAt(text, at));
      const weight = used && !told ? {} : ({ severity: 'info', confidence: 'possible' } as const);
      found.push(knownIndicator.found('used', args, evidence(at), weight));
    }
    const blob = blobs.find((it) => it.plain.includes(value));
    if (!blob) continue;
    const told = SAMPLE.test(path) || isTestPath(path) || isAboutAttacks(lineAt(text, blob.at));
    const weight = told ? ({ severity: 'info', confidence: 'possible' } as const) : {};
    found.push(knownIndicator.found('hidden', args, evidence(blob.at), weight));
  }
  return found;
}

/** `http` in base64, by where it starts in a group of three bytes. */
const ENCODED_HTTP = ['aHR0c', 'h0dH', 'odHRw'];

function decodedBlobs(text: string): readonly { readonly at: number; readonly plain: string }[] {
  if (!ENCODED_HTTP.some((it) => text.includes(it))) return [];
  const found: { at: number; plain: string }[] = [];
  for (const { 0: blob, index } of text.matchAll(BLOB)) {
    if (found.length >= MAX_BLOBS) break;
    const plain = /[a-z]/.test(blob) && /[A-Z]/.test(blob) ? fromBase64(blob) : undefined;
    if (plain?.includes('http')) found.push({ at: index, plain });
  }
  return found;
}

function ownerOf(text: string): string | undefined {
  return /"owner"\s{0,5}:\s{0,5}"([^"\n]{1,80})"/.exec(text.slice(0, 20_000))?.[1];
}

function lineAt(text: string, at: number): string {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at);
  return text.slice(Math.max(start, at - 200), Math.min(end < 0 ? text.length : end, at + 300));
}
