import { type Argument, formatMessage, type ParamsOf } from './format.ts';
import type { Lang } from './language.ts';

type Texts = { readonly [key: string]: string };
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
/** Every text of the English set must be there, with the same parameters. */
export type Translated<En, Ko> = {
  readonly [K in keyof En]: K extends keyof Ko
    ? Same<ParamsOf<En[K]>, ParamsOf<Ko[K]>> extends true
      ? Ko[K]
      : `the Korean text must use the same {params} as the English one`
    : string;
};

/** Says one of the texts; the arguments it must be given follow from its `{params}`. */
export type Say<En> = <K extends keyof En & string>(
  key: K,
  ...args: [ParamsOf<En[K]>] extends [never]
    ? []
    : [args: { readonly [P in ParamsOf<En[K]>]: Argument }]
) => string;

/** Texts in both languages. One that lacks a translation or a parameter does not compile. */
export function pairTexts<const En extends Texts, const Ko extends Texts>(
  en: En,
  ko: Ko & Translated<En, Ko>,
): { readonly en: En; readonly ko: { readonly [K in keyof En]: string } } {
  return { en, ko };
}

/** Texts of the program itself, to be said in one language. */
export function defineWords<const En extends Texts, const Ko extends Texts>(
  en: En,
  ko: Ko & Translated<En, Ko>,
): (lang: Lang) => Say<En> {
  return (lang) => {
    const texts: Texts = lang === 'ko' ? ko : en;
    return (key, ...args) => formatMessage(texts[key] ?? key, args[0] ?? {}, lang);
  };
}
