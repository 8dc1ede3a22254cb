import { oncePer } from '../once-per.ts';
import { callWith, evaluateCall } from './calls.ts';
import { evaluateClass, METHODS } from './classes.ts';
import {
  ANY_KEY,
  arrayOf,
  elementOf,
  environmentAt,
  isEnvironment,
  orElse,
  taintsIn,
} from './contents.ts';
import { CONTROL_FLOW } from './control-flow.ts';
import { evaluateDefault } from './exports.ts';
import { reportHidden } from './hidden.ts';
import {
  evaluateImport,
  evaluateImportEquals,
  evaluateModuleReference,
  evaluateQualifiedName,
} from './imports.ts';
import type { Library } from './library.ts';
import { type Node, nameOf, nodeOf, nodesOf, unwrap, WRAPPERS } from './node.ts';
import { type Evaluate, otherNode, touch, visitAll } from './other-nodes.ts';
import { assigning, declaring, keyOf, spread } from './patterns.ts';
import type { Run } from './run.ts';
import { assign, declare, lookUp, openBlock, ownerOf, type Scope } from './scope.ts';
import { putUnder, setMember, storedGlobal, storedMember } from './storing.ts';
import { binary, concat, literal, template } from './texts.ts';
import { bothTaints, isConstant, join, NOTHING, type Value } from './value.ts';

function statements(list: readonly Node[], scope: Scope, run: Run): Value {
  // A function can be called above the line that declares it.
  for (let i = 0; i < list.length; i++) {
    const node = list[i];
    const type = node?.type;
    const exported = type === 'ExportNamedDeclaration' || type === 'ExportDefaultDeclaration';
    const inner = exported ? nodeOf(node?.declaration) : node;
    if (inner?.type === 'FunctionDeclaration')
      declare(scope, nameOf(nodeOf(inner.id)), {
        fn: run.makeFunction(inner, scope),
        taints: [],
      });
  }
  for (let i = 0; i < list.length; i++) run.evaluate(list[i], scope);
  return NOTHING;
}

const block: Evaluate = (node, scope, run) => statements(nodesOf(node.body), openBlock(scope), run);

const fn: Evaluate = (node, scope, run) => ({ fn: run.makeFunction(node, scope), taints: [] });

const identifier: Evaluate = (node, scope, run) => {
  const name = nameOf(node);
  return lookUp(scope, name) ?? storedGlobal(name, run);
};

const member: Evaluate = (node, scope, run) => {
  const object = run.evaluate(node.object, scope);
  const key = node.computed === true ? run.evaluate(node.property, scope) : undefined;
  const name = key ? key.text : nameOf(nodeOf(node.property));
  if (name === undefined || name.includes('*')) {
    // One variable by a name that is not known is not all of them, unless each is looked up.
    const listed = key && taintsIn(key).some(({ origin }) => origin.kind === 'environment');
    return isEnvironment(object.ref) && !listed ? NOTHING : { taints: taintsIn(object) };
  }
  const value = environmentAt(storedMember(object, name, node, run), object, node, run);
  if (key?.built && isConstant(key)) reportHidden(value.ref, node, run);
  return value;
};

const assignment: Evaluate = (node, scope, run) => {
  const right = run.evaluate(node.right, scope);
  const outer = nodeOf(node.left);
  const left = outer ? unwrap(outer) : undefined;
  if (!left) return right;
  if (left.type === 'MemberExpression') {
    const object = run.evaluate(left.object, scope);
    const key = knownKey(keyOf(left, scope, run));
    if (right !== NOTHING) putUnder(nodeOf(left.object), object, key, right, scope, run);
    // `socket.onmessage = (it) => …`: called with what comes.
    if (right.fn && object.taints.length > 0 && key.startsWith('on'))
      callWith(right.fn, [{ taints: object.taints }], node, run);
    return right;
  }
  const { operator } = node;
  if (operator === '+=') {
    const value = concat([run.evaluate(left, scope), right]);
    spread(left, value, scope, run, assigning(scope, true));
    return value;
  }
  const replace = operator === '=';
  if (left.type === 'Identifier') assign(scope, nameOf(left), right, replace);
  else spread(left, right, scope, run, assigning(scope, replace));
  return right;
};

const knownKey = (key: string | undefined) =>
  key === undefined || key.includes('*') ? ANY_KEY : key;

const object: Evaluate = (node, scope, run) => {
  const props = new Map<string, Value>();
  let taints = NOTHING.taints;
  const properties = nodesOf(node.properties);
  for (let i = 0; i < properties.length; i++) {
    const property = properties[i];
    if (!property) continue;
    if (property.type === 'SpreadElement') {
      const inner = run.evaluate(property.argument, scope);
      taints = bothTaints(taints, isEnvironment(inner.ref) ? taintsIn(inner) : inner.taints);
      if (inner.props) for (const [key, value] of inner.props) props.set(key, value);
      continue;
    }
    const key = knownKey(keyOf(property, scope, run));
    const value = METHODS.has(property.type) ? property : nodeOf(property.value);
    setMember(props, key, property.kind, run.evaluate(value, scope));
  }
  return { props, taints };
};

const array: Evaluate = (node, scope, run) =>
  arrayOf(
    nodesOf(node.elements).map((element) =>
      element.type === 'SpreadElement'
        ? { taints: taintsIn(run.evaluate(element.argument, scope)) }
        : run.evaluate(element, scope),
    ),
  );

const logical: Evaluate = (node, scope, run) => {
  const left = run.evaluate(node.left, scope);
  return orElse(left, run.evaluate(node.right, scope));
};

const conditional: Evaluate = (node, scope, run) => {
  touch(node.test, scope, run);
  const consequent = run.evaluate(node.consequent, scope);
  return join(consequent, run.evaluate(node.alternate, scope));
};

const declaration: Evaluate = (node, scope, run) => {
  const owner = node.kind === 'var' ? ownerOf(scope) : scope;
  const declarators = nodesOf(node.declarations);
  for (let i = 0; i < declarators.length; i++) {
    const declarator = declarators[i];
    if (!declarator) continue;
    const init = nodeOf(declarator.init);
    const value = init ? run.evaluate(init, scope) : NOTHING;
    const id = nodeOf(declarator.id);
    if (id?.type === 'Identifier') declare(owner, nameOf(id), value);
    else spread(id, value, scope, run, declaring(owner));
  }
  return NOTHING;
};

const loopOver: Evaluate = (node, scope, run) => {
  const inner = openBlock(scope);
  const over = run.evaluate(node.right, inner);
  const left = nodeOf(node.left);
  const pattern =
    left?.type === 'VariableDeclaration'
      ? nodeOf((nodesOf(left.declarations)[0] ?? left).id)
      : left;
  const names = node.type === 'ForInStatement' && !isEnvironment(over.ref);
  const element = names ? NOTHING : elementOf(over);
  spread(pattern, element, inner, run, declaring(inner));
  run.evaluate(node.body, inner);
  return NOTHING;
};

const returning: Evaluate = (node, scope, run) => {
  const value = run.evaluate(node.argument, scope);
  if (run.current) run.current.returns = join(run.current.returns, value);
  return NOTHING;
};

/** What a generator gives is among what its call gives. */
const yielding: Evaluate = (node, scope, run) => {
  const value = returning(node, scope, run);
  return { taints: value.taints };
};

const sequence: Evaluate = (node, scope, run) => {
  let last: Value = NOTHING;
  const inner = nodesOf(node.expressions);
  for (let i = 0; i < inner.length; i++) last = run.evaluate(inner[i], scope);
  return last;
};

const argument: Evaluate = (node, scope, run) => run.evaluate(node.argument, scope);

const TABLE: { readonly [type: string]: Evaluate } = {
  Program: (node, scope, run) => statements(nodesOf(node.body), scope, run),
  BlockStatement: block,
  StaticBlock: block,
  FunctionDeclaration: (node, scope, run) => {
    const name = nameOf(nodeOf(node.id));
    return name !== '' && lookUp(scope, name)?.fn?.code?.node === node
      ? NOTHING
      : fn(node, scope, run);
  },
  FunctionExpression: fn,
  ArrowFunctionExpression: fn,
  ObjectMethod: fn,
  ClassMethod: fn,
  ClassPrivateMethod: fn,
  ClassDeclaration: evaluateClass,
  ClassExpression: evaluateClass,
  ImportDeclaration: evaluateImport,
  TSImportEqualsDeclaration: evaluateImportEquals,
  TSExternalModuleReference: evaluateModuleReference,
  TSQualifiedName: evaluateQualifiedName,
  ExportDefaultDeclaration: evaluateDefault,
  VariableDeclaration: declaration,
  ExpressionStatement: (node, scope, run) => run.evaluate(node.expression, scope),
  ReturnStatement: returning,
  ForOfStatement: loopOver,
  ForInStatement: loopOver,
  Literal: literal,
  StringLiteral: literal,
  NumericLiteral: literal,
  TemplateLiteral: template,
  Identifier: identifier,
  ThisExpression: (_, scope) => scope.self ?? NOTHING,
  MemberExpression: member,
  OptionalMemberExpression: member,
  CallExpression: evaluateCall,
  OptionalCallExpression: evaluateCall,
  NewExpression: evaluateCall,
  ImportExpression: evaluateCall,
  TaggedTemplateExpression: evaluateCall,
  AssignmentExpression: assignment,
  BinaryExpression: binary,
  LogicalExpression: logical,
  ConditionalExpression: conditional,
  ObjectExpression: object,
  ArrayExpression: array,
  SequenceExpression: sequence,
  YieldExpression: yielding,
  SpreadElement: argument,
  MetaProperty: () => ({ ref: 'import.meta', taints: [] }),
  ...CONTROL_FLOW,
};
/** What a wrapper stands around, as if it stood there alone. */
const wrapped: Evaluate = (outer, scope, run) => {
  const node = unwrap(outer);
  if (node === outer) return visitAll(node, scope, run);
  return (run.evaluators.get(node.type) ?? otherNode(node.type))(node, scope, run);
};
const EVALUATE: readonly (readonly [string, Evaluate])[] = [
  ...[...WRAPPERS].map((type): [string, Evaluate] => [type, wrapped]),
  ...Object.entries(TABLE),
];

/** What tells what an expression gives, by its type; statements give nothing. */
export const evaluatorsOf = oncePer(
  ({ evaluators = new Map() }: Library): ReadonlyMap<string, Evaluate> =>
    new Map([...evaluators, ...EVALUATE]),
);
