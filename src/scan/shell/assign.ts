import type { Assignment, Word } from 'unbash';
import { allArguments } from './functions.ts';
import type { Machine } from './machine.ts';
import { joined, type Value } from './value.ts';
import { expanded } from './words.ts';

export const BLANK = /\s/;
/** Each element of a list is a word of its own. */
const ELEMENTS = /^"?\$\{([A-Za-z_]\w*)\[@\]\}"?$/;
const MAX_ELEMENTS = 1000;

/** Takes the words that a word becomes. */
export function addFields(args: Value[], word: Word, machine: Machine): void {
  const all = allArguments(word.text, machine);
  if (all) {
    for (const value of all) args.push(value);
    return;
  }
  const list = ELEMENTS.exec(word.text)?.[1];
  const elements = list === undefined ? undefined : machine.variables.get(list)?.elements;
  if (elements) {
    for (const value of elements) args.push(value);
    return;
  }
  const value = expanded(word, machine);
  if (!word.text.startsWith('$') || !BLANK.test(value.text)) args.push(value);
  else for (const text of value.text.split(/\s+/, 100)) args.push({ text, taints: value.taints });
}

/** `a=b`, `a=(b c)`, and with `+=` what is there before them. */
export function assign({ name, value, append }: Assignment, machine: Machine): void {
  const before = append ? machine.variables.get(name) : undefined;
  if (value.type !== 'ArrayValue') {
    const given = expanded(value, machine);
    machine.variables.set(name, before ? joined([before, given], '') : given);
    return;
  }
  const elements = before ? [...(before.elements ?? [before])] : [];
  for (const word of value.elements) {
    if (elements.length >= MAX_ELEMENTS) break;
    addFields(elements, word, machine);
  }
  machine.variables.set(name, { ...joined(elements, ' '), elements });
}
