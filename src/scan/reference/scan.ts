import { findInert } from './comments.ts';
import { CODE_RULES, type Rule, WORD_RULES } from './rules.ts';
import { blank, type Span } from './spans.ts';

/** A rule that a text meets, and the line where it does. */
export interface CodeMatch {
  readonly rule: string;
  readonly level: 'critical' | 'warn';
  readonly line: number;
  /** Set when it counts only with comments taken for code, or only without. */
  readonly only?: 'compat' | 'default';
}

const EXTENSION = /\.(?:[cm]?[jt]s|[jt]sx)$/i;
const MARKUP = /x$/i;

/** Whether a file's name is one of JavaScript or TypeScript. */
export function isCodeFile(name: string): boolean {
  return EXTENSION.test(name);
}

/**
 * The rules that a file's text meets, each at its first line: read as OpenClaw does, where comments
 * and descriptions count, and read without them.
 */
export function scanText(name: string, text: string): readonly CodeMatch[] {
  // Text between tags may hold quotes and slashes that mean nothing: there, all is taken for code.
  const inert = MARKUP.test(name) ? { comments: [], prose: [] } : findInert(text);
  const code = blank(text, inert.comments);
  const words = blank(text, merge(inert.comments, inert.prose));
  const matches: CodeMatch[] = [];
  judge(CODE_RULES, text, code, matches);
  judge(WORD_RULES, text, words, matches);
  return matches.sort((a, b) => a.line - b.line);
}

function judge(rules: readonly Rule[], text: string, stripped: string, into: CodeMatch[]): void {
  for (const { name: rule, level, find } of rules) {
    const line = lineOf(text, find(text));
    const own = stripped === text ? line : lineOf(stripped, find(stripped));
    if (line !== undefined)
      into.push({ rule, level, line, ...(line === own ? {} : { only: 'compat' }) });
    if (own !== undefined && own !== line) into.push({ rule, level, line: own, only: 'default' });
  }
}

function merge(a: readonly Span[], b: readonly Span[]): readonly Span[] {
  return [...a, ...b].sort(([x], [y]) => x - y);
}

function lineOf(text: string, index: number | undefined): number | undefined {
  if (index === undefined) return undefined;
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < index; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
