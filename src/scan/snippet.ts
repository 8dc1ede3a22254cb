import { shorten, visible } from '../text/visible.ts';
import type { Spot } from './finding.ts';
import { redactLine } from './redact.ts';
import type { Evidence } from './rule.ts';

const MAX_SNIPPET = 160;

/** A line is asked for once for each value that flows into it. */
let last: { readonly start: string; readonly snippet: string } | undefined;

/** One line of evidence: cut, without secrets, without characters that a terminal obeys. */
export function snippetOf(text: string): string {
  const start = text.slice(0, 4 * MAX_SNIPPET);
  if (last?.start !== start) last = { start, snippet: redacted(start) };
  return last.snippet;
}

function redacted(start: string): string {
  const line = start.replace(/\s+/g, ' ').trim();
  return visible(shorten(redactLine(line), MAX_SNIPPET));
}

/** A class: a getter of its own for each of thousands of places would cost more than the snippet. */
class LateEvidence implements Evidence {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  private readonly text: () => string;
  private made: string | undefined;

  constructor({ file, line, column }: Spot, text: () => string) {
    this.file = file;
    this.line = line;
    this.column = column;
    this.text = text;
  }

  get snippet(): string {
    this.made ??= snippetOf(this.text());
    return this.made;
  }
}

/** A place and what stands there; the snippet is made when it is read, as most places are never shown. */
export function evidenceAt(spot: Spot, text: () => string): Evidence {
  return new LateEvidence(spot, text);
}

/** Turns offsets of a text into lines and columns; lines are counted as far as they are asked for. */
export function positionsIn(file: string, text: string): (offset: number) => Spot {
  const starts = [0];
  let next = 0;
  return (offset) => {
    while (next >= 0 && next <= offset) {
      next = text.indexOf('\n', next) + 1 || -1;
      if (next > 0) starts.push(next);
    }
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { file, line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
