import { expect, test } from 'vitest';
import { languageOf } from './language.ts';

test.each([
  [{ LC_ALL: 'ko_KR.UTF-8', LANG: 'en_US' }, 'ko'],
  [{ LC_ALL: '', LC_MESSAGES: 'ko', LANG: 'en_US' }, 'ko'],
  [{ LC_ALL: 'C', LANG: 'ko_KR' }, 'en'],
  [{ LANG: 'kok_IN' }, 'en'],
  [{}, 'en'],
])('%j means %s', (env, lang) => {
  expect(languageOf(env)).toBe(lang);
});
