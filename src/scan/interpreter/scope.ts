import { join, NOTHING, type Value } from './value.ts';

/** Names of a block or function, and what they may hold. */
export interface Scope {
  readonly parent: Scope | undefined;
  /** Made when there is one: most blocks declare nothing. */
  names: Map<string, Value> | undefined;
  /** Whether it is that of a block: what `var` declares goes beyond it. */
  readonly isBlock: boolean;
  /** What `this` is: the fields of a class or object, shared by its methods. */
  readonly self: Value | undefined;
}

export function openScope(parent: Scope | undefined, self?: Value): Scope {
  return { parent, names: undefined, self: self ?? parent?.self, isBlock: false };
}

export function openBlock(parent: Scope): Scope {
  return { parent, names: undefined, self: parent.self, isBlock: true };
}

/** The scope of the function, or file, that a scope lies in. */
export function ownerOf(scope: Scope): Scope {
  let at = scope;
  while (at.isBlock && at.parent) at = at.parent;
  return at;
}

/** Undefined for a name that nothing in the file declares. */
export function lookUp(scope: Scope, name: string): Value | undefined {
  for (let at: Scope | undefined = scope; at; at = at.parent) {
    const value = at.names?.get(name);
    if (value) return value;
  }
  return undefined;
}

export function declare(scope: Scope, name: string, value: Value): void {
  if (name === '') return;
  const known = scope.names?.get(name);
  rename(scope, name, known ? join(value, known) : value);
}

/** The name stands for this and nothing that it did before. */
export function rename(scope: Scope, name: string, value: Value): void {
  scope.names ??= new Map();
  scope.names.set(name, value);
}

/** What a name stands for now, with the taints of what it did before. */
function withTaints(value: Value, taints: Value['taints']): Value {
  return taints.length === 0 && value !== NOTHING ? value : join(value, { taints });
}

/** Sets a name where it is declared; one that is declared nowhere becomes the file's. */
export function assign(scope: Scope, name: string, value: Value, replace: boolean): void {
  let at: Scope = scope;
  while (!at.names?.has(name) && at.parent) at = at.parent;
  const known = at.names?.get(name) ?? NOTHING;
  // A constant that is built step by step keeps its last text; taints add up.
  rename(at, name, replace ? withTaints(value, known.taints) : join(known, value));
}
