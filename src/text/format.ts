import type { Lang } from './language.ts';
import { shorten, visible } from './visible.ts';

/** An argument of a message. Lists are joined, long ones cut with "and N more". */
export type Argument = string | number | readonly string[];

/** `${NAME}` of a setting and `{ key: value }` of an example stay as they are. */
type Literal = `${string}${' ' | ':' | '"' | ','}${string}`;
type Placeholder<P extends string> = P extends Uppercase<P> | Literal ? never : P;
/** The names between braces of a template: `ParamsOf<'{a} of {b}'>` is `'a' | 'b'`. */
export type ParamsOf<S> = S extends `${string}{${infer P}}${infer R}`
  ? Placeholder<P> | ParamsOf<R>
  : never;

const MAX_ARGUMENT = 400;
const MAX_ITEMS = 8;

/**
 * Fills in the `{names}` of a template. Arguments come from the audited host, so every one of them
 * is made visible and cut. A list in backticks gets backticks around each of its items.
 */
export function formatMessage(
  template: string,
  args: { readonly [name: string]: Argument },
  lang: Lang,
): string {
  return template.replace(
    /`\{(\w+)\}`|\{(\w+)\}/g,
    (all, quoted: string | undefined, bare: string | undefined) => {
      const name = quoted ?? bare ?? '';
      const value = Object.hasOwn(args, name) ? args[name] : undefined;
      if (value === undefined) return all;
      const quote = quoted === undefined ? '' : '`';
      if (typeof value === 'string' || typeof value === 'number')
        return quote + formatValue(String(value)) + quote;
      return joinList(
        value.slice(0, MAX_ITEMS).map((item) => quote + formatValue(item) + quote),
        value.length,
        lang,
      );
    },
  );
}

/** One value from the audited host, safe to print and of bounded length. */
export function formatValue(value: string): string {
  return visible(shorten(value, MAX_ARGUMENT));
}

function joinList(shown: readonly string[], total: number, lang: Lang): string {
  if (total === 0) return lang === 'ko' ? '없음' : 'none';
  const more = total - shown.length;
  if (lang === 'ko') return shown.join(', ') + (more > 0 ? ` 외 ${more}개` : '');
  if (more > 0) return `${shown.join(', ')} and ${more} more`;
  const last = shown.at(-1) ?? '';
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${last}` : last;
}
