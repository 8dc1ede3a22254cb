import { globalValue } from '../interpreter/contents.ts';
import { exportsOf } from '../interpreter/exports.ts';
import type { Library } from '../interpreter/library.ts';
import { filledBy, handlerOf, isPowerful } from './api.ts';
import { callTextMethod } from './text-methods.ts';

export const javascriptLibrary: Library = {
  handlerOf,
  filledBy,
  isPowerful,
  globalValue,
  exportsOf,
  callMethod: callTextMethod,
};
