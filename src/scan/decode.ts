/** Decoders of constants, written without the platform; undefined for what does not decode. */
const MAX_TEXT = 512 * 1024;

export function fromBase64(text: string): string | undefined {
  const plain = text.replace(/[\s=]/g, '').replaceAll('-', '+').replaceAll('_', '/');
  if (plain.length > MAX_TEXT || !/^[A-Za-z\d+/]+$/.test(plain)) return undefined;
  try {
    const units = atob(plain);
    const bytes = new Uint8Array(units.length);
    for (let i = 0; i < units.length; i++) bytes[i] = units.charCodeAt(i);
    return fromBytes(bytes);
  } catch {
    return undefined;
  }
}

export function fromRot13(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => {
    const base = letter <= 'Z' ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
  });
}

export function fromHex(text: string): string | undefined {
  if (text.length > MAX_TEXT || text.length % 2 === 1 || !/^[\da-f]+$/i.test(text))
    return undefined;
  const bytes = new Uint8Array(text.length / 2);
  for (let i = 0; i < bytes.length; i++)
    bytes[i] = Number.parseInt(text.slice(2 * i, 2 * i + 2), 16);
  return fromBytes(bytes);
}

export function fromCodes(codes: readonly (string | undefined)[]): string | undefined {
  const units = codes.map((code) => Number(code ?? 'none'));
  if (units.some((unit) => !(unit >= 0 && unit <= 0x10ffff))) return undefined;
  return units.map((unit) => String.fromCodePoint(unit)).join('');
}

export function fromPercent(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function fromBytes(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes);
}
