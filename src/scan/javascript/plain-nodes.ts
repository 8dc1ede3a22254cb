/**
 * A node of any kind, without what acorn can note in it on demand. Its fields are declared, since
 * others would be set twice.
 */
export class PlainNode {
  declare type: string;
  declare readonly start: number;
  declare end: number;
  [key: string]: unknown;

  constructor(start: number) {
    this.type = '';
    this.start = start;
    this.end = 0;
  }
}

/** What many of are made: each is as large as its fields. */
export const identifier = (start: number, end: number, name: string) => ({
  type: 'Identifier',
  start,
  end,
  name,
});

export const literal = (start: number, end: number, value: unknown) => ({
  type: 'Literal',
  start,
  end,
  value,
});

export const member = (start: number, end: number, object: unknown, property: unknown) => ({
  type: 'MemberExpression',
  start,
  end,
  object,
  property,
});

export const computedMember = (start: number, end: number, object: unknown, property: unknown) => ({
  type: 'MemberExpression',
  start,
  end,
  object,
  property,
  computed: true,
});

export const call = (start: number, end: number, callee: unknown, args: unknown) => ({
  type: 'CallExpression',
  start,
  end,
  callee,
  arguments: args,
});

/** Of two operands: of numbers, texts or truth, or an assignment. */
export const operation = (
  type: string,
  start: number,
  end: number,
  left: unknown,
  operator: unknown,
  right: unknown,
) => ({ type, start, end, left, operator, right });

export const property = (start: number, end: number, key: unknown, value: unknown) => ({
  type: 'Property',
  start,
  end,
  key,
  value,
  kind: 'init',
});

export const thisValue = (start: number, end: number) => ({ type: 'ThisExpression', start, end });

export const sequence = (start: number, end: number, expressions: unknown) => ({
  type: 'SequenceExpression',
  start,
  end,
  expressions,
});

export const statement = (start: number, end: number, expression: unknown) => ({
  type: 'ExpressionStatement',
  start,
  end,
  expression,
});

export const block = (start: number, end: number, body: unknown) => ({
  type: 'BlockStatement',
  start,
  end,
  body,
});

export const declarator = (start: number, end: number, id: unknown, init: unknown) => ({
  type: 'VariableDeclarator',
  start,
  end,
  id,
  init,
});

/** A list without anything in it, for all that are. */
export const NONE: readonly never[] = [];

/** A list as large as what is in it: one that grows, by pushing, has room for sixteen more. */
export function exact<T>(list: readonly T[]): readonly T[] {
  return list.length < 2 ? list : list.slice();
}
