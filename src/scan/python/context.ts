import type { Node } from '../javascript/node.ts';
import type { Raw } from './raw.ts';

/** Where a piece of Python stands, while it is turned into nodes that the interpreter knows. */
export interface Context {
  readonly text: string;
  /** What the method around it calls its object. */
  readonly self?: string | undefined;
  /** Names that the function around it declares `global` or `nonlocal`. */
  readonly outer: Set<string>;
  /** Whether it may be passed over, as in a branch or loop. */
  readonly maybe: boolean;
  /** How deep the nesting is, for all of the file. */
  readonly nesting: { depth: number };
}

export const MAX_DEPTH = 200;

export function make(type: string, { start, end }: Span, fields: object = {}): Node {
  return { type, start, end, ...fields };
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Identifiers are the same in all compatible forms of their letters. */
export function nameIn({ text }: Context, { start, end }: Span): string {
  const name = text.slice(start, end);
  return /^[\x20-\x7e]*$/.test(name) ? name : name.normalize('NFKC');
}

export function identifier(name: string, at: Span): Node {
  return make('Identifier', at, { name });
}

export function nothing(at: Span): Node {
  return make('EmptyStatement', at);
}

export function kid(raw: Raw, type: string): Raw | undefined {
  return raw.kids.find((it) => it.type === type);
}
