/** Turns UTF-16 offsets into lines and columns, both counted from 1. */
export interface LineTable {
  at(offset: number): { readonly line: number; readonly column: number };
}

const BYTE_ORDER_MARK = 0xfeff;
const LINE_BREAKS = ['\n', '\r', '\u2028', '\u2029'];

/** Whether a character ends a line in JSON5: LF, CR, U+2028 or U+2029. */
export function isLineBreak(code: number): boolean {
  return code === 10 || code === 13 || code === 0x2028 || code === 0x2029;
}

/** CRLF is one break; a leading byte order mark takes no column. */
export function lineTable(text: string): LineTable {
  const starts = [text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0];
  // Searching is native and quick even in a process that has just started; a loop over characters is not.
  for (const kind of LINE_BREAKS) {
    for (let at = text.indexOf(kind); at >= 0; at = text.indexOf(kind, at + 1)) {
      if (kind !== '\r' || text.charCodeAt(at + 1) !== 10) starts.push(at + 1);
    }
  }
  starts.sort((a, b) => a - b);
  return {
    at(offset) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: Math.max(1, offset - (starts[low] ?? 0) + 1) };
    },
  };
}
