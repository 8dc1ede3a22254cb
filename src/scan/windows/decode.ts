const MAX_ENCODED = 20_000;

/** The readable text that PowerShell's encoded command stands for (UTF-16, low byte first). */
export function textOfUtf16Base64(encoded: string): string | undefined {
  if (encoded.length > MAX_ENCODED) return undefined;
  let bytes: Uint8Array;
  try {
    bytes = Uint8Array.from(atob(encoded), (c) => c.charCodeAt(0));
  } catch {
    return undefined;
  }
  const text = new TextDecoder('utf-16le').decode(bytes);
  // A word of a path or a hash also consists of base64 digits; it does not decode to Latin text.
  return /^[\t\n\r\x20-\x7e]{6,20000}$/.test(text) ? text : undefined;
}
