import { ASCII, DOT } from './characters.ts';

const LONG_OPERATORS: ReadonlyMap<string, string> = new Map(
  '** // << >> <= >= == != <> -> := += -= *= /= %= @= &= |= ^= **= //= >>= <<= ...'
    .split(' ')
    .map((it) => [it, it]),
);
const OPERATORS: readonly string[] = Array.from({ length: ASCII }, (_, code) =>
  /[-()[\]{},:.;@=+*/%&|^~<>!`]/.test(String.fromCharCode(code)) ? String.fromCharCode(code) : '',
);
/** All but the dot, which may begin a number. */
const PLAIN = Uint8Array.from({ length: ASCII }, (_, code) =>
  Number(OPERATORS[code] !== '' && code !== DOT),
);
/** What may be the first character of a longer operator. */
const GROWS = Uint8Array.from({ length: ASCII }, (_, code) =>
  Number([...LONG_OPERATORS.keys()].some((it) => it.charCodeAt(0) === code)),
);

/** Whether an operator starts here, and nothing else that this may be the first character of. */
export function isPlainOperator(code: number): boolean {
  return PLAIN[code] === 1;
}

/** The longest operator that starts here; empty for none. */
export function operatorAt(text: string, at: number): string {
  const code = text.charCodeAt(at);
  const short = OPERATORS[code] ?? '';
  if (GROWS[code] !== 1 || !OPERATORS[text.charCodeAt(at + 1)]) return short;
  return (
    LONG_OPERATORS.get(text.slice(at, at + 3)) ??
    LONG_OPERATORS.get(text.slice(at, at + 2)) ??
    short
  );
}
