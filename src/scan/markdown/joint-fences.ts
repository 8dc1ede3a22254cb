import type { ScanFinding, Spot } from '../finding.ts';
import type { Seen } from '../front-end.ts';
import { exfiltration } from '../rules/flow/exfiltration.ts';
import type { Stretch } from './blocks.ts';

/** A block of commands that sends a file. */
const SENDS =
  /@["']?[\w/~$.]|=<|<\s?["']?[/~$.]|(?:^|\s)-[a-zA-Z#]{0,8}T|--(?:post|upload|body)-file|\b(?:scp|rsync)\s/;
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
  const has = (pattern: RegExp) => (fence: F) => pattern.test(text.slice(fence.start, fence.end));
  const first = fences.findIndex(has(WRITES));
  if (first < 0) return [];
  const last = fences.findLastIndex((fence, index) => index > first && has(SENDS)(fence));
  if (last < 0) return [];
  const joint = fences
    .slice(first, last + 1)
    .filter((fence) => has(SENDS)(fence) || has(WRITES)(fence));
  const start = joint[0]?.start ?? 0;
  let script = '';
  let end = start;
  for (const fence of joint) {
    const inner = text.slice(fence.start, fence.end);
    if (script.length + inner.length > MAX_TEXT) break;
    script += text.slice(end, fence.start).replaceAll(/[^\n]+/g, '') + inner;
    end = fence.end;
  }
  const holder = (line: number) =>
    joint.find((fence) => place(fence.start).line <= line && line <= place(fence.end).line);
  return scan(script, start).findings.flatMap((finding) => {
    const to = holder(finding.line);
    const [source] = finding.path ?? [];
    if (finding.rule !== exfiltration.id || !to || !source || holder(source.line) === to) return [];
    return [[finding, to] as const];
  });
}
