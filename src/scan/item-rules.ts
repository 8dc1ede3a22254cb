import { findEscapingLinks } from './rules/item/link-escape.ts';
import { findMisleadingNames } from './rules/item/misleading-name.ts';
import { findOrderedArchives } from './rules/item/ordered-archive.ts';
import { findRequestedSecrets } from './rules/item/requested-secret.ts';
import type { ItemRule } from './scan-item.ts';

/** What is judged over all files of an item. */
export const itemRules: readonly ItemRule[] = [
  findEscapingLinks,
  findMisleadingNames,
  findOrderedArchives,
  findRequestedSecrets,
];
