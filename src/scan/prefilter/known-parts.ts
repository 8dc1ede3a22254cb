/**
 * What finds the paths of patterns in code, by their sources, as it was worked out when the program
 * was built (scripts/triggers-plugin.mjs); nothing where it was not.
 */
export const KNOWN_PARTS: Readonly<Record<string, string>> = {};
