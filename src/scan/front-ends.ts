import { binaryFrontEnd } from './binary/front-end.ts';
import type { FrontEnd } from './front-end.ts';
import { javascriptFrontEnd } from './javascript/front-end.ts';
import { manifestFrontEnd } from './manifest/front-end.ts';
import { markdownFrontEnd } from './markdown/front-end.ts';
import { pythonFrontEnd } from './python/front-end.ts';
import { shellFrontEnd } from './shell/front-end.ts';
import { windowsFrontEnd } from './windows/front-end.ts';

/** One front end a group of languages. */
export const frontEnds: readonly FrontEnd[] = [
  javascriptFrontEnd,
  markdownFrontEnd,
  pythonFrontEnd,
  shellFrontEnd,
  windowsFrontEnd,
  manifestFrontEnd,
  binaryFrontEnd,
];
