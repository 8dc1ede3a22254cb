/** The letters beyond ASCII of Western European names; code pages 437 and 850 agree on these. */
const WESTERN: { readonly [byte: number]: string } = {
  128: 'Ç',
  129: 'ü',
  130: 'é',
  131: 'â',
  132: 'ä',
  133: 'à',
  134: 'å',
  135: 'ç',
  136: 'ê',
  137: 'ë',
  138: 'è',
  139: 'ï',
  140: 'î',
  141: 'ì',
  142: 'Ä',
  143: 'Å',
  144: 'É',
  145: 'æ',
  146: 'Æ',
  147: 'ô',
  148: 'ö',
  149: 'ò',
  150: 'û',
  151: 'ù',
  152: 'ÿ',
  153: 'Ö',
  154: 'Ü',
  160: 'á',
  161: 'í',
  162: 'ó',
  163: 'ú',
  164: 'ñ',
  165: 'Ñ',
  225: 'ß',
};
const OEM_AND_ANSI = [
  'ibm866',
  'shift_jis',
  'gbk',
  'big5',
  'euc-kr',
  'windows-1251',
  'windows-1252',
];

/**
 * Readings of the output of a Windows console program, which does not say its code page: UTF-16
 * and UTF-8 when it can be nothing else, otherwise one for each code page that may be meant.
 */
export function readings(bytes: Buffer): readonly string[] {
  if (bytes.length >= 2 && (bytes[1] === 0 || (bytes[0] === 0xff && bytes[1] === 0xfe)))
    return [new TextDecoder('utf-16le').decode(bytes)];
  const utf8 = decode(bytes, 'utf-8');
  if (utf8 !== undefined) return [utf8];
  return [western(bytes), ...OEM_AND_ANSI.map((page) => decode(bytes, page) ?? [])].flat();
}

function decode(bytes: Buffer, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function western(bytes: Buffer): string {
  let text = '';
  for (const byte of bytes)
    text += byte < 128 ? String.fromCharCode(byte) : (WESTERN[byte] ?? '\ufffd');
  return text;
}
