/**
 * A node without what acorn can note in it on demand. Classes: what many of are made has one of its
 * own, so that it is as large as its fields; the fields of all are declared, since others would be
 * set twice.
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

export class Identifier {
  declare readonly type: string;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;

  constructor(start: number, end: number, name: string) {
    this.type = 'Identifier';
    this.start = start;
    this.end = end;
    this.name = name;
  }
}

export class Literal {
  declare readonly type: string;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly value: unknown;

  constructor(start: number, end: number, value: unknown) {
    this.type = 'Literal';
    this.start = start;
    this.end = end;
    this.value = value;
  }
}

export class Member {
  declare readonly type: string;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly object: unknown;
  declare readonly property: unknown;

  constructor(start: number, end: number, object: unknown, property: unknown) {
    this.type = 'MemberExpression';
    this.start = start;
    this.end = end;
    this.object = object;
    this.property = property;
  }
}

export class ComputedMember {
  declare readonly type: string;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly object: unknown;
  declare readonly property: unknown;
  declare readonly computed: boolean;

  constructor(start: number, end: number, object: unknown, property: unknown) {
    this.type = 'MemberExpression';
    this.start = start;
    this.end = end;
    this.object = object;
    this.property = property;
    this.computed = true;
  }
}

export class Call {
  declare readonly type: string;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly callee: unknown;
  declare readonly arguments: unknown;

  constructor(start: number, end: number, callee: unknown, args: unknown) {
    this.type = 'CallExpression';
    this.start = start;
    this.end = end;
    this.callee = callee;
    this.arguments = args;
  }
}

/** Of two operands: of numbers, texts or truth, or an assignment. */
export class Operation {
  declare readonly type: string;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly left: unknown;
  declare readonly operator: unknown;
  declare readonly right: unknown;

  constructor(
    type: string,
    start: number,
    end: number,
    left: unknown,
    operator: unknown,
    right: unknown,
  ) {
    this.type = type;
    this.start = start;
    this.end = end;
    this.left = left;
    this.operator = operator;
    this.right = right;
  }
}

export class Property {
  declare readonly type: string;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly key: unknown;
  declare readonly value: unknown;
  declare readonly kind: string;

  constructor(start: number, end: number, key: unknown, value: unknown) {
    this.type = 'Property';
    this.start = start;
    this.end = end;
    this.key = key;
    this.value = value;
    this.kind = 'init';
  }
}

export class This {
  declare readonly type: string;
  declare readonly start: number;
  declare readonly end: number;

  constructor(start: number, end: number) {
    this.type = 'ThisExpression';
    this.start = start;
    this.end = end;
  }
}

export class Sequence {
  declare readonly type: string;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly expressions: unknown;

  constructor(start: number, end: number, expressions: unknown) {
    this.type = 'SequenceExpression';
    this.start = start;
    this.end = end;
    this.expressions = expressions;
  }
}

export class Statement {
  declare readonly type: string;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly expression: unknown;

  constructor(start: number, end: number, expression: unknown) {
    this.type = 'ExpressionStatement';
    this.start = start;
    this.end = end;
    this.expression = expression;
  }
}

export class Block {
  declare readonly type: string;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly body: unknown;

  constructor(start: number, end: number, body: unknown) {
    this.type = 'BlockStatement';
    this.start = start;
    this.end = end;
    this.body = body;
  }
}

export class Declarator {
  declare readonly type: string;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly id: unknown;
  declare readonly init: unknown;

  constructor(start: number, end: number, id: unknown, init: unknown) {
    this.type = 'VariableDeclarator';
    this.start = start;
    this.end = end;
    this.id = id;
    this.init = init;
  }
}

/** A list without anything in it, for all that are. */
export const NONE: readonly never[] = [];

/** A list as large as what is in it: one that grows, by pushing, has room for sixteen more. */
export function exact<T>(list: readonly T[]): readonly T[] {
  return list.length < 2 ? list : list.slice();
}
