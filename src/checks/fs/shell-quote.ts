const SAFE = /^[A-Za-z0-9_/.,:=@%+-]+$/;
const ESCAPES: { readonly [char: string]: string } = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\\': '\\\\',
  "'": "\\'",
};

/** Whether a character would not survive being printed: controls and invisible direction marks. */
const isHidden = (char: string) => /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(char);

function escapeHidden(char: string): string {
  const known = ESCAPES[char];
  if (known !== undefined) return known;
  if (!isHidden(char)) return char;
  const code = char.codePointAt(0) ?? 0;
  return code > 0xffff
    ? `\\U${code.toString(16).padStart(8, '0')}`
    : `\\u${code.toString(16).padStart(4, '0')}`;
}

/** One word for a POSIX shell, whatever the text holds; what cannot be printed becomes `$'…'`. */
export function shellQuote(text: string): string {
  if (SAFE.test(text)) return text;
  const chars = [...text];
  if (chars.some(isHidden)) return `$'${chars.map(escapeHidden).join('')}'`;
  return `'${text.replaceAll("'", "'\\''")}'`;
}
