import type { Library } from '../interpreter/library.ts';
import { refValue, textValue, type Value } from '../interpreter/value.ts';
import { handlerOf } from './api.ts';
import { evaluators, exportsOf } from './nodes.ts';
import { isPowerful } from './running.ts';
import { callMethod } from './text-methods.ts';

function globalValue(name: string): Value {
  if (name === '__file__') return textValue('*/');
  if (name === '__name__') return textValue('__main__');
  return refValue(name);
}

/** What names mean in Python. */
export const pythonLibrary: Library = {
  handlerOf,
  callMethod,
  globalValue,
  isPowerful,
  exportsOf,
  evaluators,
  callsClasses: true,
};
