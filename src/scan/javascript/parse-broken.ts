import { Parser } from 'acorn';
import { LooseParser } from 'acorn-loose';
import { isNode, type Node } from '../interpreter/node.ts';

/** What has more mistakes than this is no JavaScript. */
const MAX_MISTAKES = 2000;

/**
 * acorn names the line of each mistake, counting lines from the start of the text: of many mistakes
 * that is time that grows with their square. Nobody asks for it here, and they are counted instead.
 * A class, since acorn is extended by one.
 */
class Tokens extends Parser {
  #mistakes = 0;
  /** Where the parser is. */
  declare readonly pos: number;

  raise(pos: number, message: string): never {
    this.#mistakes += 1;
    if (this.#mistakes > MAX_MISTAKES) throw new RangeError('too many mistakes');
    throw Object.assign(new SyntaxError(message), { pos, raisedAt: this.pos });
  }

  raiseRecoverable(pos: number, message: string): never {
    return this.raise(pos, message);
  }
}

/** As above, a class for acorn's sake. */
class BrokenParser extends LooseParser {
  static readonly BaseParser = Tokens;
}

/**
 * The syntax tree of what can be made out of a text that is no JavaScript, each place that is not
 * understood left out; undefined when it nests too deep for the stack or is made of mistakes.
 */
export function parseBroken(text: string): Node | undefined {
  try {
    const program: unknown = BrokenParser.parse(text, {
      ecmaVersion: 'latest',
      sourceType: 'module',
      allowHashBang: true,
      allowReturnOutsideFunction: true,
    });
    return isNode(program) ? program : undefined;
  } catch {
    return undefined;
  }
}
