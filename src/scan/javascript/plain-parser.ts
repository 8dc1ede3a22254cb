import type { Options, Program } from 'acorn';
import { Statements } from './plain-statements.ts';

/**
 * Acorn, extended where a scan spends most of its time and memory. The trees are those that acorn
 * makes, but for how a literal was written and for what is false; the tests hold them to that. What
 * is forbidden and yet can be understood is let pass: names that are taken, reserved or declared twice.
 */
class PlainParser extends Statements {
  /** It looks for `'use strict'` in how literals were written. */
  adaptDirectivePrologue(): void {}

  checkUnreserved(): void {}
  checkLValSimple(): void {}
  checkLValPattern(): void {}
  checkLValInnerPattern(): void {}
  checkParams(): void {}
  checkPropClash(): void {}
  declareName(): void {}
  checkExport(): void {}
  checkLocalExport(): void {}
  validateRegExpFlags(): void {}
  validateRegExpPattern(): void {}
}

/** Whatever stands where, it is read. */
export const LENIENT = {
  ecmaVersion: 'latest',
  allowHashBang: true,
  allowReturnOutsideFunction: true,
  allowAwaitOutsideFunction: true,
  allowImportExportEverywhere: true,
  allowSuperOutsideMethod: true,
  checkPrivateFields: false,
} as const;

/** The syntax tree of a text of JavaScript. Throws a `SyntaxError` or `RangeError` when it has none. */
export function parsePlain(text: string, sourceType: NonNullable<Options['sourceType']>): Program {
  return PlainParser.parse(text, { ...LENIENT, sourceType });
}
