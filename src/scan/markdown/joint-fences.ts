import type { ScanFinding, Spot } from '../finding.ts';
import type { Seen } from '../front-end.ts';
import { exfiltration } from '../rules/flow/exfiltration.ts';
import { UPLOADS } from '../shell/network.ts';
import type { Stretch } from './blocks.ts';

/** A block of commands that sends a file. */
const SENDS = /@["']?[\w/~$.]|=<|<\s?["']?[/~$.]|\b(?:scp|rsync)\s/;
/** One that makes one. */
const WRITES =
  />|\b(?:cp|mv|ln|tee|tar|zip|7za?|dd|gpg|gzip|install)\b|(?:^|\s)(?:-o|--out(?:put)?|-out)\b/;
const MAX_TEXT = 100_000;

/**
 * Blocks of commands of one page as one script, where one may write a file that a later one sends:
 * each by itself shows nothing. What is found is only what starts in one and ends in another.
 */
export function acrossFences<F extends Stretch>(
  text: string,
  fences: readonly F[],
  scan: (script: string, start: number) => Seen,
  place: (at: number) => Spot,
): readonly (readonly [ScanFinding, F])[] {
  const told = fences.map((fence) => {
    const inner = text.slice(fence.start, fence.end);
    const sends = SENDS.test(inner) || UPLOADS.test(inner);
    return { fence, inner, sends, writes: WRITES.test(inner) };
  });
  const first = told.findIndex(({ writes }) => writes);
  const last = told.findLastIndex(({ sends }) => sends);
  if (first < 0 || last <= first) return [];
  const joint = told.slice(first, last + 1).filter(({ sends, writes }) => sends || writes);
  const start = joint[0]?.fence.start ?? 0;
  let script = '';
  let end = start;
  for (const { fence, inner } of joint) {
    if (script.length + inner.length > MAX_TEXT) break;
    script += text.slice(end, fence.start).replaceAll(/[^\n]+/g, '') + inner;
    end = fence.end;
  }
  const { findings } = scan(script, start);
  if (findings.length === 0) return [];
  const lines = joint.map(({ fence }) => ({
    fence,
    from: place(fence.start).line,
    to: place(fence.end).line,
  }));
  const holder = (line: number) => lines.find(({ from, to }) => from <= line && line <= to)?.fence;
  return findings.flatMap((finding) => {
    const to = holder(finding.line);
    const [source] = finding.path ?? [];
    if (finding.rule !== exfiltration.id || !to || !source || holder(source.line) === to) return [];
    return [[finding, to] as const];
  });
}
