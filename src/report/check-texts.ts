import { CHECKS } from '../checks/index.ts';
import type { Lang } from '../text/language.ts';

/** The texts of a check: title, why, remedies and messages by key. */
export type CheckTexts = { readonly [key: string]: string };

let byId: ReadonlyMap<string, { readonly [L in Lang]: CheckTexts }> | undefined;

/** The only way to a check's texts, so that where they are kept can change. */
export function textsOf(checkId: string, lang: Lang): CheckTexts {
  byId ??= new Map(CHECKS.map((check) => [check.id, check.text]));
  return byId.get(checkId)?.[lang] ?? { title: checkId, why: '' };
}
