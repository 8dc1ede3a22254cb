/** Where one of the values that are looked for stands. */
export interface Occurrence {
  /** Which value, by its number in the list. */
  readonly value: number;
  readonly at: number;
}

/**
 * A search for many values in one pass, for values that hold a dot, as hosts and addresses do: each dot
 * of a text is looked up by the characters beside it. Time is linear in the text and does not grow
 * with the number of values, but for those whose dot stands between the same characters. Of each value
 * at most the first `most` are given. Throws a `RangeError` for a value without a dot between two
 * characters.
 */
export function valueFinder(
  values: readonly string[],
  most: number,
): (text: string) => readonly Occurrence[] {
  const sought: { value: string; index: number; dot: number }[][] = [];
  // Most dots are passed by after one look into this.
  const marks = new Uint16Array(0x10000);
  for (const [index, value] of values.entries()) {
    const dot = value.lastIndexOf('.', value.length - 2);
    if (dot < 1) throw new RangeError(`no dot in ${value}`);
    const key = neighbours(value, dot);
    const group = marks[key] || sought.push([]);
    marks[key] = group;
    sought[group - 1]?.push({ value, index, dot });
  }
  return (text) => {
    const found: Occurrence[] = [];
    let counts: Uint32Array | undefined;
    for (let at = text.indexOf('.', 1); at >= 0; at = text.indexOf('.', at + 1)) {
      const group = marks[neighbours(text, at)] ?? 0;
      if (group === 0) continue;
      for (const { value, index, dot } of sought[group - 1] ?? []) {
        if (at < dot || !text.startsWith(value, at - dot)) continue;
        counts ??= new Uint32Array(values.length);
        const count = counts[index] ?? 0;
        if (count >= most) continue;
        counts[index] = count + 1;
        found.push({ value: index, at: at - dot });
      }
    }
    return found.sort((a, b) => a.value - b.value || a.at - b.at);
  };
}

function neighbours(text: string, at: number): number {
  return ((text.charCodeAt(at - 1) << 8) ^ text.charCodeAt(at + 1)) & 0xffff;
}
