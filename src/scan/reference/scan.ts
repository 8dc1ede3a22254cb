import { RULES } from './rules.ts';

/** A rule of the reference that a text meets, and the line where it does. */
export interface CodeMatch {
  readonly rule: string;
  readonly level: 'critical' | 'warn';
  readonly line: number;
}

const EXTENSION = /\.(?:[cm]?[jt]s|[jt]sx)$/i;

/** Whether a file's name is one of JavaScript or TypeScript. */
export function isCodeFile(name: string): boolean {
  return EXTENSION.test(name);
}

/** The rules that a text meets as OpenClaw reads it, comments included, each at its first line. */
export function scanText(text: string): readonly CodeMatch[] {
  return RULES.flatMap(({ name: rule, level, find }): readonly CodeMatch[] => {
    const line = lineOf(text, find(text));
    return line === undefined ? [] : [{ rule, level, line }];
  }).sort((a, b) => a.line - b.line);
}

function lineOf(text: string, index: number | undefined): number | undefined {
  if (index === undefined) return undefined;
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < index; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
