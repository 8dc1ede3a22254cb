import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  DOT,
  DOUBLE_QUOTE,
  isDigit,
  isLetter,
  isNamePart,
  isSpace,
  MINUS,
  OPEN_BRACE,
  OPEN_BRACKET,
  PLUS,
  SINGLE_QUOTE,
  SLASH,
} from './characters.ts';
import { endOfComment, type Range, stringEnds } from './scan.ts';
import { readJson5 } from './value.ts';

type Scalar = string | number | boolean | null;

/** A value of the text and its key; UTF-16 offsets, ends exclusive. */
export interface Node {
  readonly kind: 'object' | 'array' | 'scalar';
  readonly start: number;
  readonly end: number;
  /** -1 when it has no key. */
  readonly keyStart: number;
  readonly keyEnd: number;
  /** Its key or index in the parent. */
  readonly step: string | number;
  readonly parent: Node | undefined;
  /** An earlier member of the parent with the same key. */
  readonly overrides: Node | undefined;
  /** Of several members with the same key the last. */
  readonly children: ReadonlyMap<string | number, Node>;
  readonly scalar: Scalar;
}

interface OpenNode extends Node {
  end: number;
  children: Map<string | number, Node>;
  scalar: Scalar;
}

/** What one walk over a text found, in the order of the text. */
export interface Reading {
  readonly root: Node;
  readonly nodes: readonly Node[];
  readonly comments: readonly Range[];
}

const LITERALS = new Set(['true', 'false', 'null']);
const NO_CHILDREN: OpenNode['children'] = new Map();

function giveUp(): never {
  throw new SyntaxError('no positions');
}

function kindOf(code: number): Node['kind'] {
  if (code === OPEN_BRACE) return 'object';
  return code === OPEN_BRACKET ? 'array' : 'scalar';
}

function read(text: string, maxDepth: number): Reading {
  const nodes: Node[] = [];
  const comments: Range[] = [];
  const endOfString = stringEnds(text);
  let at = 0;

  /** The first character after white space and comments; NaN at the end. */
  function skipGap(): number {
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === 32 || isSpace(code)) at++;
      else if (code !== SLASH) return code;
      else {
        const end = endOfComment(text, at);
        if (end === at) giveUp();
        comments.push({ start: at, end });
        at = end;
      }
    }
  }

  function readString(): string {
    const start = at;
    at = endOfString(start);
    const content = text.slice(start + 1, at - 1);
    if (!content.includes('\\')) return content;
    return String(readJson5(text.slice(start, at)));
  }

  function readName(): string {
    const start = at;
    for (; ; at++) {
      const code = text.charCodeAt(at);
      if (!(code >= 97 && code <= 122) && !isNamePart(code)) break;
    }
    const name = text.slice(start, at);
    // JSON5 has these names too, but other readers of it refuse them: what was meant is not sure.
    if (LITERALS.has(name)) giveUp();
    if (!name.includes('\\')) return name || giveUp();
    return Object.keys(readJson5(`{${name}:0}`) ?? {})[0] ?? giveUp();
  }

  function readNumber(): Scalar {
    const start = at;
    let decimal = true;
    for (; ; at++) {
      const code = text.charCodeAt(at);
      if (isDigit(code) || code === DOT || (code === MINUS && at === start)) continue;
      if (!isLetter(code) && code !== MINUS && code !== PLUS) break;
      decimal = false;
    }
    const written = text.slice(start, at);
    return decimal && written ? Number(written) : (readJson5(written) as Scalar);
  }

  function readLiteral(word: string, value: Scalar): Scalar {
    if (!text.startsWith(word, at)) giveUp();
    at += word.length;
    return value;
  }

  function readScalar(): Scalar {
    switch (text.charAt(at)) {
      case '"':
      case "'":
        return readString();
      case 't':
        return readLiteral('true', true);
      case 'f':
        return readLiteral('false', false);
      case 'n':
        return readLiteral('null', null);
      default:
        return readNumber();
    }
  }

  /** Whether a list or an object goes on after one of its values. */
  function hasMore(close: number): boolean {
    const code = skipGap();
    if (code === COMMA) at++;
    else if (code !== close) giveUp();
    return code === COMMA;
  }

  function readMembers(node: OpenNode, depth: number): void {
    for (let code = skipGap(); code !== CLOSE_BRACE; code = skipGap()) {
      const keyStart = at;
      const key = code === DOUBLE_QUOTE || code === SINGLE_QUOTE ? readString() : readName();
      const keyEnd = at;
      if (skipGap() !== COLON) giveUp();
      at++;
      readNode(node, key, keyStart, keyEnd, depth);
      if (!hasMore(CLOSE_BRACE)) break;
    }
  }

  function readElements(node: OpenNode, depth: number): void {
    for (let index = 0; skipGap() !== CLOSE_BRACKET; index++) {
      readNode(node, index, -1, -1, depth);
      if (!hasMore(CLOSE_BRACKET)) break;
    }
  }

  function readNode(
    parent: OpenNode | undefined,
    step: string | number,
    keyStart: number,
    keyEnd: number,
    depth: number,
  ): Node {
    const code = skipGap();
    const kind = kindOf(code);
    const node: OpenNode = {
      kind,
      start: at,
      end: at,
      keyStart,
      keyEnd,
      step,
      parent,
      overrides: parent?.children.get(step),
      children: kind === 'scalar' ? NO_CHILDREN : new Map(),
      scalar: null,
    };
    nodes.push(node);
    parent?.children.set(step, node);
    if (kind === 'scalar') node.scalar = readScalar();
    else {
      if (depth === maxDepth) giveUp();
      at++;
      if (kind === 'object') readMembers(node, depth + 1);
      else readElements(node, depth + 1);
      at++;
    }
    node.end = at;
    return node;
  }

  const root = readNode(undefined, '', -1, -1, 0);
  if (!Number.isNaN(skipGap())) giveUp();
  return { root, nodes, comments };
}

/**
 * Where the values, keys and comments of a JSON5 text stand, as far as this simple reader can tell: whether the
 * text is JSON5 and what it means, only the real parser knows. Undefined on anything unexpected or nested deeper.
 */
export function readNodes(text: string, maxDepth: number): Reading | undefined {
  try {
    return read(text, maxDepth);
  } catch {
    return undefined;
  }
}
