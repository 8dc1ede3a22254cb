import type { Word, WordPart } from 'unbash';
import { isSecretName } from '../knowledge/variables.ts';
import { argumentAt } from './functions.ts';
import type { Machine } from './machine.ts';
import {
  constant,
  cutText,
  isParameter,
  joined,
  NOTHING,
  tainted,
  taintsOf,
  UNKNOWN,
  type Value,
} from './value.ts';

/** What a word stands for after expansion. */
export function expanded(word: Word | undefined, machine: Machine): Value {
  if (!word) return NOTHING;
  return plainWord(word.text, word.pos, machine) ?? byItsParts(word, machine);
}

/** The parser reads a word once more, with a lexer of its own, when it is asked for its parts. */
export function byItsParts(word: Word, machine: Machine): Value {
  if (!word.parts) return constant(word.value);
  return joined(
    word.parts.map((part) => partOf(part, machine)),
    '',
  );
}

/** Longer words are no words of a person. */
const MAX_PLAIN = 2000;
const NAMED = '\\$(?:([A-Za-z_]\\w*|[\\d@*#?!-])|\\{([A-Za-z_]\\w*|[1-9]|[@*])\\})';
/** A piece outside of quotes, without a pattern or braces in it; and one within them. */
const BARE = new RegExp(`([^'"$\`\\\\*?[\\](){}<>|&;!\\s]+)|'([^']*)'|${NAMED}|"`, 'y');
const QUOTED = new RegExp(`([^"$\`\\\\]+)()|${NAMED}|"`, 'y');
/** Letters, with or without a pattern of names of files, which stays as it is. */
const LITERAL = /^[^'"$`\\(){}<>|&;!\s]*$/;
const ALL_QUOTED = /^(?:"[^"$`\\]*"|'[^']*')$/;

/**
 * What a word stands for that is made of letters, quotes and the values of variables, as nearly all
 * are; undefined for any other.
 */
export function plainWord(text: string, at: number, machine: Machine): Value | undefined {
  if (text.length > MAX_PLAIN) return undefined;
  if (LITERAL.test(text)) return { text, taints: NOTHING.taints };
  if (ALL_QUOTED.test(text)) return { text: text.slice(1, -1), taints: NOTHING.taints };
  const values: Value[] = [];
  let plain = '';
  let quoted = false;
  for (let from = 0; from < text.length; ) {
    const piece = quoted ? QUOTED : BARE;
    piece.lastIndex = from;
    const match = piece.exec(text);
    if (!match) return undefined;
    const literal = match[1] ?? match[2];
    const name = match[3] ?? match[4];
    if (literal !== undefined) plain += literal;
    else if (name !== undefined) {
      const value = variable(name, at + from, machine);
      plain = cutText(plain + value.text);
      values.push(value);
    } else quoted = !quoted;
    from = piece.lastIndex;
  }
  return quoted ? undefined : { text: cutText(plain), taints: taintsOf(values) };
}

function partOf(part: WordPart, machine: Machine): Value {
  switch (part.type) {
    case 'Literal':
    case 'SingleQuoted':
      return constant(part.value);
    case 'AnsiCQuoted':
      return constant(part.value);
    case 'DoubleQuoted':
    case 'LocaleString':
      return joined(
        part.parts.map((inner) => partOf(inner, machine)),
        '',
      );
    case 'SimpleExpansion':
      return variable(part.text.slice(1), part.pos, machine);
    case 'ParameterExpansion': {
      const value = variable(part.parameter, part.pos, machine);
      const { operation } = part;
      if (operation?.type === 'Default' && value.text === '*' && value.taints.every(isParameter)) {
        const given = expanded(operation.operand, machine);
        return { text: given.text, taints: [...given.taints, ...value.taints] };
      }
      if (operation?.type === 'Replace' || operation?.type === 'Slice')
        return { text: '*', taints: value.taints };
      return value;
    }
    case 'CommandExpansion':
    case 'ProcessSubstitution':
      return part.script ? machine.run(part.script.commands) : UNKNOWN;
    default:
      return part.type === 'ArithmeticExpansion' ? UNKNOWN : constant(part.text);
  }
}

function variable(name: string, at: number, machine: Machine): Value {
  if (name === 'IFS') return constant(' ');
  if (name === 'HOME') return constant('~');
  const known = machine.variables.get(name);
  if (known) return known;
  if (/^(?:[1-9]\d?|[@*])$/.test(name)) {
    const given = argumentAt(name, machine);
    if (given) return given;
    const detail = `$${name}`;
    return tainted('*', { kind: 'argument', detail }, machine.step(at, detail));
  }
  if (!isSecretName(name)) return UNKNOWN;
  return tainted('*', { kind: 'secret-variable', detail: name }, machine.step(at, `$${name}`));
}
