import { LooseParser } from 'acorn-loose';
import { isNode, type Node } from '../interpreter/node.ts';

/**
 * The syntax tree of what can be made out of a text that is no JavaScript, each place that is not
 * understood left out; undefined when it nests too deep for the stack.
 */
export function parseBroken(text: string): Node | undefined {
  try {
    const program: unknown = LooseParser.parse(text, {
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
