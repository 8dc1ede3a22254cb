import type { Step } from '../finding.ts';
import type { Source } from '../flow/flow.ts';
import type { Line } from './lines.ts';

export interface Taint {
  readonly source: Source;
  readonly transforms: readonly string[];
  readonly steps: readonly Step[];
}

/** A function of the file: what calls put into its parameters, and what it gives back. */
export interface Fn {
  readonly name: string;
  /** Without `self` and `cls`, without the stars. */
  readonly parameters: readonly string[];
  /** Columns that its body is indented by more than. */
  readonly indent: number;
  readonly given: Map<string, readonly Taint[]>;
  readonly addresses: Map<string, string>;
  returns: readonly Taint[];
}

const DEFINED =
  /^(\s{0,200})(?:async\s+)?def\s+([A-Za-z_]\w{0,80})\s*\(([\s\S]{0,2000}?)\)\s*(?:->[^:\n]{0,200})?:/;
const MAX_ARGUMENTS = 2000;
const MAX_CALLS = 20;
const CALL = /(?<![\w.])(?:self\.|cls\.)?([A-Za-z_]\w{0,80})\s*\(/g;

/** The function that a statement begins; undefined when it begins none. */
export function definedIn({ text }: Line): Fn | undefined {
  const match = DEFINED.exec(text);
  if (!match) return undefined;
  const [, space = '', name = '', list = ''] = match;
  const parameters = splitArguments(list)
    .map((it) => /^\**\s*([A-Za-z_]\w*)/.exec(it)?.[1] ?? '')
    .filter((it) => it !== '' && it !== 'self' && it !== 'cls');
  const indent = space.replace(/^\n+/, '').length;
  return { name, parameters, indent, given: new Map(), addresses: new Map(), returns: [] };
}

export interface CallOf {
  readonly fn: Fn;
  /** Text of each argument by the parameter that it fills. */
  readonly filled: readonly (readonly [parameter: string, text: string])[];
}

/** Calls of functions of the file in a statement. */
export function callsIn(text: string, functions: ReadonlyMap<string, Fn>): readonly CallOf[] {
  const calls: CallOf[] = [];
  if (functions.size === 0 || /^\s*(?:async\s+)?def\s/.test(text)) return calls;
  for (const match of text.matchAll(CALL)) {
    const fn = functions.get(match[1] ?? '');
    if (!fn || calls.length >= MAX_CALLS) continue;
    const start = match.index + match[0].length;
    const given = splitArguments(argumentsAt(text, start));
    calls.push({ fn, filled: given.map((it, i) => fill(it, i, fn)) });
  }
  return calls;
}

function fill(argument: string, index: number, { parameters }: Fn): readonly [string, string] {
  const named = /^\s*([A-Za-z_]\w{0,80})\s*=(?!=)([\s\S]*)$/.exec(argument);
  if (named?.[1] !== undefined && parameters.includes(named[1])) return [named[1], named[2] ?? ''];
  return [parameters[index] ?? parameters.at(-1) ?? '', argument];
}

/** The text between a bracket and the one that closes it. */
function argumentsAt(text: string, start: number): string {
  let depth = 1;
  let quote = '';
  const end = Math.min(text.length, start + MAX_ARGUMENTS);
  for (let i = start; i < end; i++) {
    const c = text[i] ?? '';
    if (quote !== '') {
      if (c === '\\') i++;
      else if (c === quote) quote = '';
    } else if (c === '"' || c === "'") quote = c;
    else if ('([{'.includes(c)) depth++;
    else if (')]}'.includes(c) && --depth === 0) return text.slice(start, i);
  }
  return text.slice(start, end);
}

function splitArguments(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let quote = '';
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? '';
    if (quote !== '') {
      if (c === '\\') i++;
      else if (c === quote) quote = '';
    } else if (c === '"' || c === "'") quote = c;
    else if ('([{'.includes(c)) depth++;
    else if (')]}'.includes(c)) depth--;
    else if (c === ',' && depth === 0) {
      parts.push(text.slice(start, i).trim());
      start = i + 1;
    }
  }
  const last = text.slice(start).trim();
  return last === '' ? parts : [...parts, last];
}
