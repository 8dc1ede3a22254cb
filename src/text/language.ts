/** The languages that every text of this program exists in. */
export type Lang = 'en' | 'ko';

export const LANGUAGES: readonly Lang[] = ['en', 'ko'];

/** Whether a word names a language that this program speaks. */
export function isLang(value: string): value is Lang {
  return value === 'en' || value === 'ko';
}

/** The language of the locale: the first of LC_ALL, LC_MESSAGES and LANG that is set decides. */
export function languageOf(env: { readonly [name: string]: string | undefined }): Lang {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^ko(?![a-z])/i.test(locale) ? 'ko' : 'en';
}
