import type { Needs } from './needs.ts';

/**
 * What patterns need, by their sources, as it was worked out when the program was built
 * (scripts/triggers-plugin.mjs); nothing where it was not.
 */
export const KNOWN: Readonly<Record<string, Needs>> = {};
