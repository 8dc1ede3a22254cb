const NAMES = 'exec|execSync|spawn|spawnSync|execFile|execFileSync';
const NAME: ReadonlySet<string> = new Set(NAMES.split('|'));
// Blanks, but no end of a line: a call is written on one.
const S = '[^\\S\\n]*';
const CALL = new RegExp(`\\b(${NAMES})${S}\\(`, 'g');
const COMPUTED = new RegExp(`\\[${S}["'](?:${NAMES})["']${S}\\]${S}\\(`, 'g');
const ANY_CALL = new RegExp(`\\b(\\w+)${S}\\(`, 'g');

// No list can hold the start of another: `{` ends it.
const MODULE = `["'](?:node:)?child_process["']`;
const LOADED = `require\\s*\\(\\s*${MODULE}\\s*\\)`;
const IMPORTED_WHOLE = new RegExp(
  `\\bimport\\s+(?:\\*\\s*as\\s+)?(\\w+)\\s+from\\s*${MODULE}`,
  'g',
);
const LOADED_WHOLE = new RegExp(`\\b(?:const|let|var)\\s+(\\w+)\\s*=\\s*${LOADED}`, 'g');
const IMPORTED_PARTS = new RegExp(`\\bimport\\s*\\{([^{}]*)\\}\\s*from\\s*${MODULE}`, 'g');
const LOADED_PARTS = new RegExp(`\\b(?:const|let|var)\\s*\\{([^{}]*)\\}\\s*=\\s*${LOADED}`, 'g');
const RENAMED = /^\s*(\w+)(?:\s+as\s+|\s*:\s*)(\w+)\s*$/;
const USUAL_NAMES = ['cp', 'childProcess', 'child_process'];

interface Bindings {
  /** Names of the whole module. */
  readonly whole: ReadonlySet<string>;
  /** Names that its functions were given. */
  readonly renamed: ReadonlySet<string>;
}

/** A place in a text. */
export interface Found {
  readonly index: number;
}

/**
 * Where code calls a function of `child_process`, by its name or by one given to it; `code` is the
 * text without its comments.
 */
export function processCalls(text: string, code: () => string): readonly Found[] {
  if (!text.includes('child_process')) return [];
  const { whole, renamed } = bindingsIn(code());
  // Regular expressions and databases have an `exec` of their own.
  const direct = [...text.matchAll(CALL)].filter(
    ({ 1: name, index }) =>
      name !== 'exec' || text[index - 1] !== '.' || whole.has(wordBefore(text, index - 1)),
  );
  const computed = [...text.matchAll(COMPUTED)].filter(({ index }) =>
    whole.has(wordBefore(text, beforeBlanks(text, index))),
  );
  const byOwnName =
    renamed.size === 0
      ? []
      : [...text.matchAll(ANY_CALL)].filter(
          ({ 1: name = '', index }) => renamed.has(name) && text[index - 1] !== '.',
        );
  return [...direct, ...computed, ...byOwnName].sort((a, b) => a.index - b.index);
}

function bindingsIn(code: string): Bindings {
  const named = (pattern: RegExp) => [...code.matchAll(pattern)].map(([, name = '']) => name);
  const parts = [...named(IMPORTED_PARTS), ...named(LOADED_PARTS)].flatMap((list) =>
    list.split(','),
  );
  const renamed = parts.flatMap((part) => {
    const [, name = '', given = ''] = RENAMED.exec(part) ?? [];
    return NAME.has(name) && !NAME.has(given) ? [given] : [];
  });
  return {
    whole: new Set([...USUAL_NAMES, ...named(IMPORTED_WHOLE), ...named(LOADED_WHOLE)]),
    renamed: new Set(renamed),
  };
}

function beforeBlanks(text: string, end: number): number {
  let at = end;
  while (/[^\S\n]/.test(text[at - 1] ?? '')) at--;
  return at;
}

/** The letters, digits and underscores that end at a place. */
function wordBefore(text: string, end: number): string {
  let start = end;
  while (/\w/.test(text[start - 1] ?? '')) start--;
  return text.slice(start, end);
}
