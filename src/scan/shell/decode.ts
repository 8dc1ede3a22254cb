import { fromBase64, fromHex } from '../decode.ts';

const MAX_ENCODED = 100_000;
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['e', '\x1b'],
  ['\\', '\\'],
]);

/** The readable text that base64 stands for; undefined when it is none. */
export function textOfBase64(text: string): string | undefined {
  const plain = text.slice(0, MAX_ENCODED).trim();
  return plain.length < 8 ? undefined : readable(fromBase64(plain));
}

/** The readable text that hex digits stand for; undefined when they are none. */
export function textOfHex(text: string): string | undefined {
  const plain = text.slice(0, MAX_ENCODED).replaceAll(/\\x|\s|:/g, '');
  return plain.length < 8 ? undefined : readable(fromHex(plain));
}

function readable(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined;
  let strange = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd || (code < 32 && code !== 9 && code !== 10 && code !== 13)) strange++;
  }
  return strange * 10 > text.length ? undefined : text;
}

/** What `printf` and `echo -e` make of backslash escapes. */
export function unescaped(text: string): string {
  return text
    .slice(0, MAX_ENCODED)
    .replace(
      /\\(?:x([\da-f]{1,2})|u([\da-f]{1,4})|0?([0-7]{1,3})|([ntre\\]))/gi,
      (_, hex?: string, unicode?: string, octal?: string, short?: string) => {
        if (short !== undefined) return ESCAPES.get(short) ?? short;
        const code =
          octal === undefined
            ? Number.parseInt(hex ?? unicode ?? '0', 16)
            : Number.parseInt(octal, 8);
        return String.fromCharCode(code);
      },
    );
}
