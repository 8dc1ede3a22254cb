import data from '../../data/indicators.json' with { type: 'json' };
import { fromBase64 } from './decode.ts';
import { valueFinder } from './find-values.ts';
import type { ScanFinding } from './finding.ts';
import { isShown, lineAt, roleOf } from './indicator-role.ts';
import { knownIndicator } from './rules/indicator/known-indicator.ts';
import { evidenceAt, positionsIn } from './snippet.ts';
import type { SourceFile } from './source-file.ts';

const DOUBT = { severity: 'warn', confidence: 'likely' } as const;
const TOLD = { severity: 'info', confidence: 'possible' } as const;
const WEIGHTS = { used: {}, doubtful: DOUBT, told: TOLD } as const;
const MAX_HITS = 20;
const MAX_BLOBS = 200;
const BLOB = /[A-Za-z\d+/]{24,4000}={0,2}/g;

const PUBLISHERS = data.indicators.filter(({ kind }) => kind === 'publisher');
const PLACES = data.indicators.filter(({ kind }) => kind !== 'publisher');
const find = valueFinder(
  PLACES.map(({ value }) => value),
  MAX_HITS,
);

/** Where a file uses what is known from an attack: plainly, or encoded in base64. */
export function indicatorsIn(file: SourceFile): readonly ScanFinding[] {
  const { path, text } = file;
  const found: ScanFinding[] = [];
  const place = positionsIn(path, text);
  const evidence = (at: number) => evidenceAt(place(at), () => lineAround(text, at));
  const owner = path === '_meta.json' ? ownerOf(text) : undefined;
  // A name alone proves nothing about this work of theirs.
  for (const { value, campaign, sources } of PUBLISHERS)
    if (owner === value)
      found.push(
        knownIndicator.found('published', { value, campaign, sources }, evidence(0), DOUBT),
      );
  const hits = find(text);
  const blobs = decodedBlobs(text);
  if (hits.length === 0 && blobs.length === 0) return found;
  for (const [index, { value, campaign, sources }] of PLACES.entries()) {
    const args = { value, campaign, sources };
    for (const hit of hits)
      if (hit.value === index && found.length < MAX_HITS)
        found.push(
          knownIndicator.found('used', args, evidence(hit.at), WEIGHTS[roleOf(file, hit.at)]),
        );
    const blob = blobs.find((it) => it.plain.includes(value));
    if (!blob) continue;
    const weight = isShown(file, blob.at) ? TOLD : {};
    found.push(knownIndicator.found('hidden', args, evidence(blob.at), weight));
  }
  return found;
}

/** `http` in base64, by where it starts in a group of three bytes. */
const ENCODED_HTTP = /aHR0c|h0dH|odHRw/;

function decodedBlobs(text: string): readonly { readonly at: number; readonly plain: string }[] {
  if (!ENCODED_HTTP.test(text)) return [];
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

function lineAround(text: string, at: number): string {
  const { before, after } = lineAt(text, at);
  return before + after;
}
