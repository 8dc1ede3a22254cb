const LEAST = 6;
const MAX_BYTES = 8 * 1024 * 1024;
const MAX_TEXT = 2 * 1024 * 1024;

/** Whether runs beyond the bounds were left out of what `stringsIn` gave for these bytes. */
export function areStringsCut(bytes: Uint8Array, text: string): boolean {
  return bytes.length > MAX_BYTES || text.length >= MAX_TEXT;
}

/** The readable runs of a binary file, a line each: addresses and commands stay legible in them. */
export function stringsIn(bytes: Uint8Array): string {
  const pieces: string[] = [];
  const end = Math.min(bytes.length, MAX_BYTES);
  let total = 0;
  let start = 0;
  for (let i = 0; i <= end && total < MAX_TEXT; i++) {
    const byte = i < end ? (bytes[i] ?? 0) : 0;
    if (byte >= 32 && byte < 127) continue;
    if (i - start >= LEAST) {
      pieces.push(new TextDecoder('latin1').decode(bytes.subarray(start, i)));
      total += i - start;
    }
    start = i + 1;
  }
  return pieces.join('\n');
}
