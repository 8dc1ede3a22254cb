import { handlerOf, isPowerful } from './api.ts';
import { globalValue } from './contents.ts';
import { exportsOf } from './exports.ts';
import type { Library } from './library.ts';
import { callTextMethod } from './text-methods.ts';

export const javascriptLibrary: Library = {
  handlerOf,
  isPowerful,
  globalValue,
  exportsOf,
  callMethod: callTextMethod,
};
