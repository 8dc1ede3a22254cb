import type { Node } from '../javascript/node.ts';
import { type Context, identifier, MAX_DEPTH, make, nameIn, nothing } from './context.ts';
import { lowerFunction } from './functions.ts';
import type { Raw } from './raw.ts';
import { lowerString, lowerStrings } from './strings.ts';

type Lower = (raw: Raw, context: Context) => Node;

/** An expression as a node of ESTree, or one of those that the Python library evaluates itself. */
export function lowerExpression(raw: Raw, context: Context): Node {
  const { nesting } = context;
  if (nesting.depth > MAX_DEPTH) return nothing(raw);
  nesting.depth++;
  const node = (LOWER[raw.type] ?? all)(raw, context);
  nesting.depth--;
  return node;
}

/** All parts in the order written, for what is no value of interest. */
const all: Lower = (raw, context) => {
  const [only] = raw.kids;
  if (only && raw.kids.length === 1) return lowerExpression(only, context);
  const expressions = raw.kids.map((part) => lowerExpression(part, context));
  return expressions.length === 0 ? nothing(raw) : make('Suite', raw, { body: expressions });
};

const name: Lower = (raw, context) => {
  const text = nameIn(context, raw);
  return text === context.self ? make('ThisExpression', raw) : identifier(text, raw);
};

const nth =
  (build: (parts: readonly Node[], raw: Raw, context: Context) => Node): Lower =>
  (raw, context) =>
    build(
      raw.kids.map((part) => lowerExpression(part, context)),
      raw,
      context,
    );

const attribute: Lower = (raw, context) => {
  const [object, property] = raw.kids;
  if (!object || !property) return all(raw, context);
  return make('MemberExpression', raw, {
    object: lowerExpression(object, context),
    property: identifier(nameIn(context, property), property),
    computed: false,
  });
};

const subscript: Lower = (raw, context) => {
  const [value, ...keys] = raw.kids;
  const [key] = keys;
  if (!value || !key) return all(raw, context);
  const object = lowerExpression(value, context);
  if (key.type === 'slice') {
    const parts = context.text.slice(key.start, key.end).split(':');
    const reverse = parts.length === 3 && parts[2]?.trim() === '-1';
    return make('PySlice', raw, { object, parts: parts.map((it) => it.trim()), reverse });
  }
  const property = keys.length === 1 ? lowerExpression(key, context) : nothing(key);
  return make('MemberExpression', raw, { object, property, computed: true });
};

const call: Lower = (raw, context) => {
  const [callee, given] = raw.kids;
  if (!callee) return nothing(raw);
  // `super().f()` is `f` of the class above, whose attributes this one has.
  if (callee.type === 'identifier' && context.self && nameIn(context, callee) === 'super')
    return make('ThisExpression', raw, { above: true });
  const plain: Node[] = [];
  const named: Node[] = [];
  for (const part of given?.type === 'argument_list' ? given.kids : given ? [given] : [])
    if (part.type === 'keyword_argument') {
      const [key, value] = part.kids;
      if (key && value)
        named.push(
          make('PyNamed', part, {
            name: nameIn(context, key),
            value: lowerExpression(value, context),
          }),
        );
    } else if (part.type === 'dictionary_splat' && part.kids[0])
      named.push(make('PyNamed', part, { value: lowerExpression(part.kids[0], context) }));
    else plain.push(lowerExpression(part, context));
  return make('CallExpression', raw, {
    callee: lowerExpression(callee, context),
    arguments: plain,
    named,
  });
};

/** `a + b + c …` down its left side without recursion. */
const operation: Lower = (raw, context) => {
  const spine: Raw[] = [];
  let inner: Raw | undefined = raw;
  while (inner?.type === 'binary_operator') {
    spine.push(inner);
    inner = inner.kids[0];
  }
  let left = inner ? lowerExpression(inner, context) : nothing(raw);
  for (const node of spine.reverse()) {
    const [first, second] = node.kids;
    if (!first || !second) continue;
    const operator = context.text.slice(first.end, second.start).replaceAll(/[\s()\\]|#.*/g, '');
    left = make('PyOperation', node, { operator, left, right: lowerExpression(second, context) });
  }
  return left;
};

const comprehension: Lower = (raw, context) => {
  const [body, ...clauses] = raw.kids;
  if (!body) return nothing(raw);
  const loops: Node[] = [];
  for (const clause of clauses) {
    const [left, right] = clause.kids;
    if (clause.type === 'for_in_clause' && left && right)
      loops.push(
        make('PyClause', clause, {
          left: lowerTarget(left, context),
          right: lowerExpression(right, context),
        }),
      );
    else loops.push(all(clause, context));
  }
  return make('PyComprehension', raw, { body: lowerExpression(body, context), loops });
};

const dictionary: Lower = (raw, context) => {
  const properties = raw.kids.map((part) => {
    const [key, value] = part.kids;
    if (part.type === 'dictionary_splat')
      return make('SpreadElement', part, { argument: key ? lowerExpression(key, context) : null });
    return make('Property', part, {
      key: key ? lowerExpression(key, context) : nothing(part),
      value: value ? lowerExpression(value, context) : nothing(part),
      computed: true,
    });
  });
  return make('ObjectExpression', raw, { properties });
};

const list = nth((elements, raw) => make('ArrayExpression', raw, { elements }));
const splat = nth(([argument], raw) => make('SpreadElement', raw, { argument }));
const either = nth(([left, right], raw) => make('LogicalExpression', raw, { left, right }));
const compared = nth((body, raw) => make('PyTest', raw, { body }));

const LOWER: { readonly [type: string]: Lower | undefined } = {
  identifier: name,
  integer: (raw, context) =>
    make('PyNumber', raw, { value: context.text.slice(raw.start, raw.end) }),
  float: nothing,
  true: nothing,
  false: nothing,
  none: nothing,
  ellipsis: nothing,
  type: nothing,
  string: (raw, context) => lowerString(raw, context, lowerExpression),
  concatenated_string: (raw, context) => lowerStrings(raw, context, lowerExpression),
  attribute,
  subscript,
  call,
  binary_operator: operation,
  boolean_operator: either,
  comparison_operator: compared,
  not_operator: compared,
  unary_operator: (raw, context) =>
    /^-\d{1,9}$/.test(context.text.slice(raw.start, raw.end))
      ? make('PyNumber', raw, { value: context.text.slice(raw.start, raw.end) })
      : compared(raw, context),
  conditional_expression: nth(([consequent, test, alternate], raw) =>
    make('ConditionalExpression', raw, { consequent, test, alternate }),
  ),
  named_expression: (raw, context) => {
    const [left, right] = raw.kids;
    if (!left || !right) return nothing(raw);
    return make('PyAssign', raw, {
      left: lowerTarget(left, context),
      right: lowerExpression(right, context),
      replace: false,
    });
  },
  lambda: (raw, context) => lowerFunction(raw, context, lowerExpression),
  list_comprehension: comprehension,
  set_comprehension: comprehension,
  generator_expression: comprehension,
  dictionary_comprehension: comprehension,
  pair: nth((elements, raw) => make('ArrayExpression', raw, { elements })),
  dictionary,
  list,
  tuple: list,
  set: list,
  expression_list: list,
  list_splat: splat,
  yield: nth(([argument], raw) => make('ReturnStatement', raw, { argument })),
  await: nth(([argument], raw) => make('AwaitExpression', raw, { argument })),
};

/** What is assigned to: a name, a member, or a pattern of such. */
export function lowerTarget(raw: Raw, context: Context): Node {
  switch (raw.type) {
    case 'pattern_list':
    case 'tuple_pattern':
    case 'list_pattern':
    case 'tuple':
    case 'list':
    case 'expression_list':
      return make('ArrayPattern', raw, {
        elements: raw.kids.map((part) => lowerTarget(part, context)),
      });
    case 'list_splat_pattern':
    case 'list_splat':
      return raw.kids[0]
        ? make('RestElement', raw, { argument: lowerTarget(raw.kids[0], context) })
        : nothing(raw);
    case 'as_pattern_target':
    case 'parenthesized_expression':
      return raw.kids[0] ? lowerTarget(raw.kids[0], context) : nothing(raw);
    default:
      return lowerExpression(raw, context);
  }
}
