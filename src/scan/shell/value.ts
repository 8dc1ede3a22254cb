import type { Step } from '../finding.ts';
import type { Source } from '../flow/flow.ts';

/** Where a piece of text came from, and what was done to it since. */
export interface Taint {
  readonly source: Source;
  readonly transforms: readonly string[];
  readonly steps: readonly Step[];
}

/** What a word stands for: its text, `*` for what is not constant, and what it was made of. */
export interface Value {
  readonly text: string;
  readonly taints: readonly Taint[];
  /** The elements of a list, one by one. */
  readonly elements?: readonly Value[];
}

const MAX_TEXT = 100_000;
const MAX_TAINTS = 12;
const MAX_STEPS = 12;
/** Of an address or a path: the end of a longer one says nothing, and details are compared often. */
const MAX_DETAIL = 500;

export const NOTHING: Value = { text: '', taints: [] };
export const UNKNOWN: Value = { text: '*', taints: [] };

export function constant(text: string): Value {
  return { text: cutText(text), taints: NOTHING.taints };
}

export function joined(values: readonly Value[], separator: string): Value {
  let text = '';
  for (const value of values) {
    if (text.length > MAX_TEXT) break;
    text += (text === '' ? '' : separator) + value.text;
  }
  return { text: cutText(text), taints: taintsOf(values) };
}

/** A text as long as that of a value may be. */
export function cutText(text: string): string {
  return text.length > MAX_TEXT ? text.slice(0, MAX_TEXT) : text;
}

export function taintsOf(values: readonly Value[]): readonly Taint[] {
  // Most values come from nowhere in particular, and many from where others do.
  let first = NOTHING.taints;
  let several = false;
  for (let i = 0; i < values.length; i++) {
    const taints = values[i]?.taints ?? first;
    if (taints.length === 0 || taints === first) continue;
    if (first.length > 0) several = true;
    else first = taints;
  }
  if (!several && first.length < 2) return first;
  const lists = new Set<readonly Taint[]>();
  for (const { taints } of values) if (taints.length > 0) lists.add(taints);
  const all: Taint[] = [];
  const seen = new Set<string>();
  for (const taints of lists)
    for (const taint of taints) {
      // Parameters are all alike: however many there are, they leave room for the rest.
      const { detail: name, part = '' } = taint.source;
      const detail = isParameter(taint) ? '' : `${name} ${part}`;
      const key = `${taint.source.kind} ${detail} ${taint.transforms.join()}`;
      if (seen.has(key)) continue;
      seen.add(key);
      all.push(taint);
      if (all.length >= MAX_TAINTS) return all;
    }
  return all;
}

export function tainted(text: string, whole: Source, step: Step): Value {
  const { detail } = whole;
  const source =
    detail.length > MAX_DETAIL ? { ...whole, detail: detail.slice(0, MAX_DETAIL) } : whole;
  return { text, taints: [{ source, transforms: [], steps: [step] }] };
}

/** Whether it is only what the script was called with, of which nothing is known. */
export function isParameter({ source }: Taint): boolean {
  return source.kind === 'argument';
}

/** The same data in another form. */
export function transformed(value: Value, name: string, text: string, step: Step): Value {
  const taints = value.taints.map((taint) => ({
    ...taint,
    transforms: [...taint.transforms, name].slice(-MAX_STEPS),
    steps: [...taint.steps, step].slice(0, MAX_STEPS),
  }));
  return { text, taints };
}
