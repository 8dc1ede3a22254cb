/**
 * Kinds of the facts by which items are judged: apart from what finds them, which whoever judges, or
 * shows what was found, need not load.
 */
export const NAME_FACT = 'skill-name';
export const DESCRIPTION_FACT = 'skill-description';
/** What a manifest calls the item. */
export const PACKAGE_NAME_FACT = 'package-name';
export const MANIFEST_ID_FACT = 'manifest-id';
/** A text has an archive unpacked, or gives its password; the value is the line. */
export const UNPACK_FACT = 'unpack-order';
export const PASSWORD_FACT = 'archive-password';
/** A text asks the user for a secret; the value is `kind service`, the service may be missing. */
export const ASKS_FACT = 'asks-for-secret';
/** A secret that was filled in, or a parameter, is sent; the value is `kind service address`. */
export const SENDS_FACT = 'sends-given-secret';
