import type { Node } from '../javascript/node.ts';
import { type Context, identifier, kid, MAX_DEPTH, make, nameIn, nothing } from './context.ts';
import { lowerExpression, lowerTarget } from './expressions.ts';
import { lowerFunction } from './functions.ts';
import { lowerImport, lowerImportFrom } from './imports.ts';
import type { Raw } from './raw.ts';

type Lower = (raw: Raw, context: Context) => Node;

/** A whole file as a program that the interpreter evaluates. */
export function lowerModule(root: Raw, text: string): Node {
  const context: Context = { text, outer: new Set(), maybe: false, nesting: { depth: 0 } };
  return make('Program', root, { body: root.kids.map((part) => lowerStatement(part, context)) });
}

function lowerStatement(raw: Raw, context: Context): Node {
  const lower = LOWER[raw.type];
  if (!lower) return lowerExpression(raw, context);
  const { nesting } = context;
  if (nesting.depth > MAX_DEPTH) return nothing(raw);
  nesting.depth++;
  const node = lower(raw, context);
  nesting.depth--;
  return node;
}

const suite: Lower = (raw, context) =>
  make('Suite', raw, { body: raw.kids.map((part) => lowerStatement(part, context)) });

/** What may not run at all: what was known before stays possible. */
const branches: Lower = (raw, context) =>
  suite(raw, context.maybe ? context : { ...context, maybe: true });

const assignment: Lower = (raw, context) => {
  const [left, ...rest] = raw.kids;
  const right = rest.findLast(({ type }) => type !== 'type');
  if (!left || !right) return nothing(raw);
  // `a = b = c`: the value is that of the inner one.
  const value =
    right.type === 'assignment' ? assignment(right, context) : lowerExpression(right, context);
  return assign(raw, lowerTarget(left, context), value, left, context);
};

function assign(raw: Raw, left: Node, right: Node, target: Raw, context: Context): Node {
  const name = target.type === 'identifier' ? nameIn(context, target) : '';
  if (context.outer.has(name))
    return make('AssignmentExpression', raw, { operator: '|=', left, right });
  return make('PyAssign', raw, { left, right, replace: !context.maybe });
}

const augmented: Lower = (raw, context) => {
  const [left, right] = raw.kids;
  if (!left || !right) return nothing(raw);
  const operator = context.text.slice(left.end, right.start).replaceAll(/[\s=]/g, '');
  const sum = make('PyOperation', raw, {
    operator,
    left: lowerExpression(left, context),
    right: lowerExpression(right, context),
  });
  return assign(raw, lowerTarget(left, context), sum, left, context);
};

const loop: Lower = (raw, context) => {
  const [left, right, ...rest] = raw.kids;
  if (!left || !right) return nothing(raw);
  const inner = { ...context, maybe: true };
  return make('PyFor', raw, {
    left: lowerTarget(left, context),
    right: lowerExpression(right, context),
    body: rest.map((part) => lowerStatement(part, inner)),
  });
};

const withItem: Lower = (raw, context) => {
  const [inner] = raw.kids;
  if (!inner) return nothing(raw);
  const [value, target] = inner.kids;
  if (inner.type !== 'as_pattern' || !value || !target) return lowerExpression(inner, context);
  const left = lowerTarget(target, context);
  return make('PyAssign', raw, { left, right: lowerExpression(value, context), replace: true });
};

const define: Lower = (raw, context) => {
  const name = kid(raw, 'identifier');
  const right = lowerFunction(raw, context, lowerAny);
  if (!name) return right;
  return make('PyAssign', raw, {
    left: identifier(nameIn(context, name), name),
    right,
    replace: !context.maybe,
  });
};

/** A block or an expression, as the body of a function or lambda is. */
const lowerAny: Lower = (raw, context) =>
  raw.type === 'block' ? suite(raw, context) : lowerExpression(raw, context);

const decorated: Lower = (raw, context) => suite(raw, context);

const classOf: Lower = (raw, context) => {
  const name = kid(raw, 'identifier');
  const bases = kid(raw, 'argument_list')?.kids.filter(({ type }) => type !== 'keyword_argument');
  const block = raw.kids.at(-1);
  const parts = block?.type === 'block' ? block.kids : [];
  return make('ClassDeclaration', raw, {
    id: name ? identifier(nameIn(context, name), name) : null,
    superClass: bases?.[0] ? lowerExpression(bases[0], context) : null,
    body: make('ClassBody', raw, { body: parts.map((part) => member(part, context)) }),
  });
};

function member(raw: Raw, context: Context): Node {
  const fn = raw.type === 'decorated_definition' ? kid(raw, 'function_definition') : raw;
  const name = fn && kid(fn, 'identifier');
  if (fn?.type === 'function_definition' && name) {
    const loose = raw.kids.some(
      (it) => it.type === 'decorator' && /^@\s*staticmethod\b/.test(at(it, context)),
    );
    const called = nameIn(context, name);
    return make('MethodDefinition', raw, {
      key: identifier(called === '__init__' ? 'constructor' : called, name),
      value: lowerFunction(fn, context, lowerAny, { method: !loose }),
      computed: false,
    });
  }
  const inner = raw.type === 'expression_statement' ? raw.kids[0] : undefined;
  const [left] = inner?.type === 'assignment' ? inner.kids : [];
  const right = inner?.kids.at(-1);
  if (left?.type === 'identifier' && right && right !== left && right.type !== 'type')
    return make('PropertyDefinition', raw, {
      key: identifier(nameIn(context, left), left),
      value: lowerExpression(right, context),
      computed: false,
    });
  return make('StaticBlock', raw, { body: [lowerStatement(raw, context)] });
}

const at = ({ start, end }: Raw, { text }: Context) => text.slice(start, end);

const declareOuter: Lower = (raw, context) => {
  for (const part of raw.kids) context.outer.add(nameIn(context, part));
  return nothing(raw);
};

const LOWER: { readonly [type: string]: Lower | undefined } = {
  expression_statement: suite,
  block: suite,
  module: suite,
  assignment,
  augmented_assignment: augmented,
  return_statement: (raw, context) =>
    make('ReturnStatement', raw, {
      argument: raw.kids[0] ? lowerExpression(raw.kids[0], context) : null,
    }),
  if_statement: branches,
  elif_clause: branches,
  else_clause: branches,
  while_statement: branches,
  try_statement: (raw, context) =>
    make('Suite', raw, {
      // The body is what usually happens; what handles its failure, what may.
      body: raw.kids.map((part) =>
        lowerStatement(part, { ...context, maybe: context.maybe || part.type !== 'block' }),
      ),
    }),
  except_clause: branches,
  except_group_clause: branches,
  finally_clause: suite,
  match_statement: branches,
  case_clause: branches,
  case_pattern: nothing,
  for_statement: loop,
  with_statement: suite,
  with_clause: suite,
  with_item: withItem,
  function_definition: define,
  decorated_definition: decorated,
  decorator: suite,
  class_definition: classOf,
  import_statement: lowerImport,
  import_from_statement: lowerImportFrom,
  future_import_statement: nothing,
  global_statement: declareOuter,
  nonlocal_statement: declareOuter,
  type_alias_statement: nothing,
  // Python 2 runs it without brackets.
  exec_statement: (raw, context) =>
    make('CallExpression', raw, {
      callee: identifier('exec', raw),
      arguments: raw.kids.map((part) => lowerExpression(part, context)),
      named: [],
    }),
  ERROR: suite,
};
