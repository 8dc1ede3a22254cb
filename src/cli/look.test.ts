import { expect, test } from 'vitest';
import { textLook } from './look.ts';

test.each([
  ['a pipe', {}, undefined, true, { color: false, width: null }],
  ['a terminal', {}, 90, true, { color: true, width: 90 }],
  ['a wide one', {}, 300, true, { color: true, width: 100 }],
  ['a narrow one', {}, 12, true, { color: true, width: 40 }],
  ['NO_COLOR', { NO_COLOR: '1', FORCE_COLOR: '1' }, 80, true, { color: false, width: 80 }],
  ['an empty NO_COLOR', { NO_COLOR: '' }, 80, true, { color: true, width: 80 }],
  ['FORCE_COLOR in a pipe', { FORCE_COLOR: '1' }, undefined, true, { color: true, width: null }],
  ['FORCE_COLOR=0', { FORCE_COLOR: '0' }, 80, true, { color: false, width: 80 }],
  ['a dumb terminal', { TERM: 'dumb' }, 80, true, { color: false, width: 80 }],
  ['--no-color', { FORCE_COLOR: '1' }, 80, false, { color: false, width: 80 }],
])('%s', (_, env, columns, wanted, look) => {
  expect(textLook({ env, columns: () => columns }, wanted)).toEqual(look);
});
