/**
 * Counts the characters that a function has texts searched, cut or read, however often: for each call
 * of a method of texts or of a pattern, those it passes. What a matcher goes back over is not counted;
 * `count-steps.ts` does that.
 */
export function countCharacters(run: () => void): number {
  let count = 0;
  let counting = true;
  const untouched: (() => void)[] = [];
  const patch = (owner: object, name: string, cost: (call: Call) => number) => {
    const own = Object.getOwnPropertyDescriptor(owner, name);
    const method: unknown = own?.value;
    if (own === undefined || typeof method !== 'function') throw new Error(`no ${name}`);
    untouched.push(() => Object.defineProperty(owner, name, own));
    const counted = function (this: unknown, ...args: readonly unknown[]): unknown {
      const from = this instanceof RegExp && (this.global || this.sticky) ? this.lastIndex : 0;
      const result: unknown = Reflect.apply(method, this, args);
      if (counting) {
        // What is worked out here must not count.
        counting = false;
        count += cost({ self: this, args, result, from });
        counting = true;
      }
      return result;
    };
    Object.defineProperty(owner, name, { ...own, value: counted });
  };
  patch(RegExp.prototype, 'exec', ({ self, args: [text], result, from }) => {
    if (Array.isArray(result)) return Math.max(1, endOf(result) - from);
    // A sticky pattern does not look further.
    return self instanceof RegExp && self.sticky ? 1 : Math.max(1, String(text).length - from);
  });
  for (const name of ['indexOf', 'includes', 'lastIndexOf'])
    patch(String.prototype, name, ({ self, args: [, from], result }) => {
      const start = typeof from === 'number' ? from : 0;
      const found = typeof result === 'number' && result >= 0 ? result : String(self).length;
      return Math.max(1, Math.abs(found - start));
    });
  for (const name of ['slice', 'substring', 'trimEnd', 'trimStart', 'trim', 'toLowerCase'])
    patch(String.prototype, name, ({ result }) => 1 + String(result).length);
  for (const name of ['split', 'replace', 'replaceAll'])
    patch(String.prototype, name, ({ self }) => 1 + String(self).length);
  for (const name of ['charCodeAt', 'codePointAt', 'charAt', 'at'])
    patch(String.prototype, name, () => 1);
  try {
    run();
  } finally {
    for (const restore of untouched) restore();
  }
  return count;
}

interface Call {
  /** The text or the pattern. */
  readonly self: unknown;
  readonly args: readonly unknown[];
  readonly result: unknown;
  /** Where a pattern began to look. */
  readonly from: number;
}

function endOf(match: readonly unknown[] & { readonly index?: unknown }): number {
  const [whole] = match;
  return Number(match.index) + String(whole).length;
}
