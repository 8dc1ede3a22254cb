import { ANY_KEY, arrayOf, elementsOf, memberOf, taintsIn } from '../interpreter/contents.ts';
import { exportNamed, fromOther } from '../interpreter/exports.ts';
import { isNode, type Node, nameOf, nodeOf, nodesOf } from '../interpreter/node.ts';
import { type Evaluate, touch } from '../interpreter/other-nodes.ts';
import { type Put, spread } from '../interpreter/patterns.ts';
import type { Run } from '../interpreter/run.ts';
import { declare, openScope, rename, type Scope } from '../interpreter/scope.ts';
import { putUnder } from '../interpreter/storing.ts';
import { NOTHING, passOn, refValue, textValue, type Value } from '../interpreter/value.ts';
import { knownNames } from './api.ts';
import { elementOf } from './elements.ts';
import { numberValue, operate } from './operations.ts';
import { caught, decorated, entered } from './wrapped.ts';

const MAX_STEPS = 4096;
/** What is computed for each element of a constant must be small. */
const MAX_BODY = 300;

const suite: Evaluate = (node, scope, run) => {
  const parts = nodesOf(node.body);
  for (let i = 0; i < parts.length; i++) run.evaluate(parts[i], scope);
  return NOTHING;
};

/** What compares and negates: a truth value says nothing of what it is about. */
const test: Evaluate = (node, scope, run) => {
  const parts = nodesOf(node.body);
  for (let i = 0; i < parts.length; i++) touch(parts[i], scope, run);
  return NOTHING;
};

function bind(name: string, value: Value, scope: Scope, replace: boolean): void {
  if (replace) rename(scope, name, value);
  else declare(scope, name, value);
}

const put =
  (scope: Scope, replace: boolean): Put =>
  (name, value) =>
    bind(name, value, scope, replace);

/** `a = b`, with a member or pattern on the left too. */
const assign: Evaluate = (node, scope, run) => {
  const right = run.evaluate(node.right, scope);
  const left = nodeOf(node.left);
  if (left) store(left, right, scope, run, node.replace === true);
  return right;
};

function store(left: Node, value: Value, scope: Scope, run: Run, replace: boolean): void {
  if (left.type === 'Identifier') bind(nameOf(left), value, scope, replace);
  else if (left.type === 'MemberExpression') storeMember(left, value, scope, run);
  else if (left.type === 'PySlice') touch(left, scope, run);
  else if (left.type === 'ArrayPattern') {
    const elements = nodesOf(left.elements);
    for (let i = 0; i < elements.length; i++) {
      const element = elements[i];
      const part = value.props?.get(String(i)) ?? { taints: taintsIn(value) };
      if (element) store(element, part, scope, run, replace);
    }
  } else spread(left, value, scope, run, put(scope, replace));
}

function storeMember(left: Node, value: Value, scope: Scope, run: Run): void {
  const target = nodeOf(left.object);
  const object = run.evaluate(target, scope);
  const property = nodeOf(left.property);
  const key =
    left.computed === true ? (run.evaluate(property, scope).text ?? '*') : nameOf(property) || '*';
  putUnder(target, object, key.includes('*') ? ANY_KEY : key, value, scope, run);
}

const loop: Evaluate = (node, scope, run) => {
  const over = run.evaluate(node.right, scope);
  const left = nodeOf(node.left);
  if (left) store(left, elementOf(over), scope, run, false);
  return suite(node, scope, run);
};

/** `[f(x) for x in y]`; over a short constant it is computed, as decoders are written so. */
const comprehension: Evaluate = (node, scope, run) => {
  const inner = openScope(scope);
  const body = nodeOf(node.body);
  const [first, ...rest] = nodesOf(node.loops);
  const over = first?.type === 'PyClause' ? run.evaluate(first.right, scope) : NOTHING;
  const left = first && nodeOf(first.left);
  const elements = rest.length === 0 ? constantElements(over) : undefined;
  if (left && body && elements && node.end - node.start < MAX_BODY) {
    return arrayOf(
      elements.map((element) => {
        store(left, element, inner, run, true);
        return run.evaluate(body, inner);
      }),
    );
  }
  if (left) store(left, elementOf(over), inner, run, true);
  for (const clause of rest) {
    const target = nodeOf(clause.left);
    if (clause.type === 'PyClause' && target)
      store(target, elementOf(run.evaluate(clause.right, inner)), inner, run, true);
    else run.evaluate(clause, inner);
  }
  const value = run.evaluate(body, inner);
  const { text, ref } = value;
  return {
    taints: taintsIn(value),
    ...(text === undefined ? {} : { text }),
    ...(ref === undefined ? {} : { ref }),
  };
};

function constantElements(over: Value): readonly Value[] | undefined {
  const known = elementsOf(over);
  if (known) return known.length <= MAX_STEPS ? known : undefined;
  const { text, ref, taints } = over;
  if (text === undefined || ref !== undefined || text.includes('*') || text.length > MAX_STEPS)
    return undefined;
  return [...text].map((char): Value => ({ text: char, taints }));
}

const slice: Evaluate = (node, scope, run) => {
  const object = run.evaluate(node.object, scope);
  for (const key of nodesOf(node.keys)) touch(key, scope, run);
  const taints = taintsIn(object);
  const { text, ref } = object;
  const elements = elementsOf(object);
  if (node.reverse === true) {
    const turned = passOn(taints, run.step(node, 'reverse'), 'reverse');
    if (elements) return arrayOf([...elements].reverse());
    if (text === undefined || text.includes('*')) return { text: '*', taints: turned };
    return { ...textValue([...text].reverse().join(''), true), taints: turned };
  }
  const parts = Array.isArray(node.parts) ? node.parts.map(String) : [];
  const [from, to] = parts.map((part) => (/^-?\d{1,9}$/.test(part) ? Number(part) : undefined));
  const whole = parts.length === 2 && parts.every((part) => /^(?:-?\d{1,9})?$/.test(part));
  if (elements && whole) return arrayOf(elements.slice(from ?? 0, to));
  if (whole && text !== undefined && !text.includes('*'))
    return { ...textValue(text.slice(from ?? 0, to), true), taints };
  return { text: '*', taints, ...(ref === undefined || text === undefined ? {} : { ref, text }) };
};

const importing: Evaluate = (node, scope, run) => {
  const module = String(node.module);
  const own = run.moduleAt(module);
  const value = own ? fromOther(own, node, run) : refValue(module);
  if (typeof node.alias === 'string') {
    rename(scope, node.alias, value);
    return NOTHING;
  }
  const [top = '', ...below] = module.split('.');
  if (!own || below.length === 0) rename(scope, top, own ? value : refValue(top));
  // `import a.b` binds `a`, which has `b`.
  else
    rename(
      scope,
      top,
      below.reduceRight((inner, name) => holding(name, inner), value),
    );
  return NOTHING;
};

function holding(name: string, value: Value): Value {
  return { props: new Map([[name, value]]), taints: [] };
}

const importingFrom: Evaluate = (node, scope, run) => {
  const [module, name, alias] = [node.module, node.name, node.alias].map(String);
  if (module === undefined || name === undefined || alias === undefined) return NOTHING;
  const whole = run.moduleAt(module);
  // `from . import b`: a module, or a name of the package.
  const own = whole?.props?.has(name)
    ? exportNamed(whole, name)
    : run.moduleAt(module.endsWith('.') ? `${module}${name}` : `${module}.${name}`);
  rename(scope, alias, own ? fromOther(own, node, run) : memberOf(refValue(module), name));
  return NOTHING;
};

const importingAll: Evaluate = (node, scope, run) => {
  const module = String(node.module);
  const own = run.moduleAt(module);
  for (const [name, value] of own?.props ?? []) rename(scope, name, value);
  // What the library knows of it is called by its bare names now.
  if (!own)
    for (const name of knownNames(module)) rename(scope, name, memberOf(refValue(module), name));
  return NOTHING;
};

const operation: Evaluate = (node, scope, run) => {
  const left = run.evaluate(node.left, scope);
  const right = run.evaluate(node.right, scope);
  return operate(String(node.operator), left, right, node, run);
};

export const evaluators: ReadonlyMap<string, Evaluate> = new Map(
  Object.entries<Evaluate>({
    Suite: suite,
    PyTest: test,
    PyAssign: assign,
    PyFor: loop,
    PyClause: (node, scope, run) => run.evaluate(node.right, scope),
    PyComprehension: comprehension,
    PySlice: slice,
    PyNumber: ({ value }) => numberValue(Number(value)),
    PyOperation: operation,
    PyEntered: entered,
    PyDecorated: decorated,
    PyCaught: caught,
    PyImport: importing,
    PyImportFrom: importingFrom,
    PyImportAll: importingAll,
  }),
);

/** What a file hands to those that import it: its names. */
export function exportsOf(program: Node, top: Scope): Value {
  const own = new Map(top.names);
  for (const name of ['exports', 'module']) own.delete(name);
  return isNode(program) ? { props: own, taints: [] } : NOTHING;
}
