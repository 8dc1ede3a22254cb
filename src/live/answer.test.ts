import { expect, test } from 'vitest';
import { disclosuresOf, missingHeaders, verdictOf } from './answer.ts';

const json = { 'content-type': 'application/json; charset=utf-8' };
const html = { 'content-type': 'text/html; charset=utf-8' };
const answer = (status: number, headers = {}, body = '') => ({ status, headers, body });

test.each([
  ['tools_bare', answer(401, json), 'refused'],
  ['tools_bare', answer(403, json), 'refused'],
  ['tools_bare', answer(400, json), 'open'],
  ['tools_bare', answer(200, json), 'open'],
  ['tools_bare', answer(404, html), 'absent'],
  ['chat_bare', answer(405), 'absent'],
  // The page of the Control UI, given for every address that is not known.
  ['chat_bare', answer(200, html), 'absent'],
  ['tools_bare', answer(302, { location: 'https://elsewhere.invalid/' }), 'unclear'],
  ['tools_bare', answer(429, json), 'unclear'],
  ['browser_control', answer(500, html), 'unclear'],
  ['browser_control', answer(200, json), 'open'],
  ['control_ui', answer(200, html), 'open'],
] as const)('%s: %o is %s', (id, given, verdict) => {
  expect(verdictOf(id, given)).toBe(verdict);
});

test('what an answer gives away is named, not quoted', () => {
  const trace = 'TypeError: x<br> &nbsp; &nbsp;at file:///srv/app/dist/a.js:95:14<br>';
  expect(disclosuresOf(answer(500, html, trace))).toEqual(['stack_trace', 'file_path']);
  const plain = 'Error: x\n    at handle (/home/mina/app/a.js:1:2)';
  expect(disclosuresOf(answer(500, {}, plain))).toEqual(['stack_trace', 'file_path']);
  expect(disclosuresOf(answer(200, { 'x-powered-by': 'Express' }))).toEqual(['software']);
  expect(disclosuresOf(answer(400, json, '{"error":"look at /v1/models"}'))).toEqual([]);
});

test('security headers of a page, in the two ways to forbid framing', () => {
  const good = {
    'content-security-policy': "default-src 'self'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
  };
  expect(missingHeaders(answer(200, good))).toEqual([]);
  expect(missingHeaders(answer(200, {}))).toEqual([
    'Content-Security-Policy',
    'X-Frame-Options',
    'X-Content-Type-Options',
  ]);
});
