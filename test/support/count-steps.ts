import { type AST, RegExpParser } from '@eslint-community/regexpp';

/** What is matched next, at a place; -1 for no match. */
type Next = (at: number) => number;
type Matcher = (at: number, next: Next) => number;

const parser = new RegExpParser();

/**
 * Counts what a backtracking matcher does to look for all matches of a pattern in a text: one step
 * for each attempt to match an atom at a place. V8 takes the same paths, and leaves some out.
 * Stops at `limit`; throws a RangeError when groups are repeated deeper than the stack allows.
 */
export function countSteps({ source, flags }: RegExp, text: string, limit: number): number {
  const unicode = flags.includes('u');
  const ast = parser.parsePattern(source, 0, source.length, { unicode });
  let steps = 0;
  let captures: (readonly [number, number] | undefined)[] = [];
  const characters = new Map<AST.Node, RegExp>();

  const step = () => {
    steps++;
    if (steps > limit) throw new LimitReached();
  };

  /** Where one character that an atom matches ends; -1 when it matches none. */
  const eat = (node: AST.Node, at: number): number => {
    step();
    let pattern = characters.get(node);
    if (!pattern) {
      pattern = new RegExp(node.raw, flags.replace(/[gy]/g, '').concat('y'));
      characters.set(node, pattern);
    }
    pattern.lastIndex = at;
    return pattern.test(text) ? pattern.lastIndex : -1;
  };

  const alternatives =
    (list: readonly AST.Alternative[]): Matcher =>
    (at, next) => {
      for (const { elements } of list) {
        const end = sequence(elements, 0, at, next);
        if (end >= 0) return end;
      }
      return -1;
    };

  const sequence = (
    elements: readonly AST.Element[],
    index: number,
    at: number,
    next: Next,
  ): number => {
    const element = elements[index];
    if (!element) return next(at);
    return match(element, at, (end) => sequence(elements, index + 1, end, next));
  };

  const match = (node: AST.Element, at: number, next: Next): number => {
    switch (node.type) {
      case 'Group':
        return alternatives(node.alternatives)(at, next);
      case 'CapturingGroup': {
        const number = indexOf(node);
        return alternatives(node.alternatives)(at, (end) => {
          const before = captures[number];
          captures[number] = [at, end];
          const result = next(end);
          if (result < 0) captures[number] = before;
          return result;
        });
      }
      case 'Assertion': {
        if (node.kind === 'lookahead' || node.kind === 'lookbehind') {
          const found =
            node.kind === 'lookahead'
              ? alternatives(node.alternatives)(at, (end) => end) >= 0
              : looksBack(node, at);
          return found === node.negate ? -1 : next(at);
        }
        return eat(node, at) < 0 ? -1 : next(at);
      }
      case 'Quantifier':
        return repeat(node, at, 0, next);
      case 'Backreference': {
        step();
        const [start, end] = captures[indexOf(node.resolved as AST.CapturingGroup)] ?? [0, 0];
        const piece = text.slice(start, end);
        return text.startsWith(piece, at) ? next(at + piece.length) : -1;
      }
      default: {
        const end = eat(node, at);
        return end < 0 ? -1 : next(end);
      }
    }
  };

  const groups: AST.CapturingGroup[] = [];
  const indexOf = (group: AST.CapturingGroup): number => {
    const known = groups.indexOf(group);
    return known >= 0 ? known : groups.push(group) - 1;
  };

  /** Bounded in the patterns here: every start within reach is tried. */
  const looksBack = (node: AST.LookaroundAssertion, at: number): boolean => {
    for (let start = at; start >= Math.max(0, at - 40); start--) {
      step();
      if (alternatives(node.alternatives)(start, (end) => (end === at ? end : -1)) >= 0)
        return true;
    }
    return false;
  };

  const repeat = (node: AST.Quantifier, at: number, done: number, next: Next): number => {
    const { element, min, max, greedy } = node;
    const isAtom = ['Character', 'CharacterClass', 'CharacterSet'].includes(element.type);
    if (isAtom) return repeatAtom(node, at, next);
    const more = (): number =>
      done >= max
        ? -1
        : match(element, at, (end) => (end === at ? -1 : repeat(node, end, done + 1, next)));
    if (done < min) return more();
    if (!greedy) {
      const end = next(at);
      return end >= 0 ? end : more();
    }
    const end = more();
    return end >= 0 ? end : next(at);
  };

  /** Without recursion: a run may be as long as the text. */
  const repeatAtom = (
    { element, min, max, greedy }: AST.Quantifier,
    at: number,
    next: Next,
  ): number => {
    const ends = [at];
    while (ends.length <= max) {
      if (!greedy && ends.length > min) {
        const result = next(ends.at(-1) ?? at);
        if (result >= 0) return result;
      }
      const end = eat(element, ends.at(-1) ?? at);
      if (end < 0) break;
      ends.push(end);
    }
    if (!greedy) return ends.length > max ? next(ends.at(-1) ?? at) : -1;
    for (let taken = ends.length - 1; taken >= min; taken--) {
      const result = next(ends[taken] ?? at);
      if (result >= 0) return result;
    }
    return -1;
  };

  try {
    const whole = alternatives(ast.alternatives);
    for (let start = 0; start <= text.length; ) {
      captures = [];
      const end = whole(start, (it) => it);
      if (flags.includes('y')) break;
      // After a match the search goes on behind it, as `matchAll` does.
      start = end > start ? end : start + 1;
    }
  } catch (error) {
    if (!(error instanceof LimitReached)) throw error;
  }
  return steps;
}

class LimitReached extends Error {}
