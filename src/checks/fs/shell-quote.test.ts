import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { shellQuote } from './shell-quote.ts';

const HOSTILE = [
  '/home/me/.openclaw',
  '/home/my user/.openclaw',
  '/tmp/it\'s $(id) `id` "x" ; rm -rf ~ & * ? # \\',
  "/tmp/a\nb'c\\n$(id)\td",
  '/tmp/\u001b[2Kfake\u202etxt',
  '/tmp/한글 "폴더"',
];

test('a shell reads back exactly the text', () => {
  for (const text of HOSTILE) {
    const command = `printf %s ${shellQuote(text)}`;
    const read = execFileSync('bash', ['-c', command], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    });
    expect(read).toBe(text);
  }
});

test('nothing that moves the cursor or hides text is printed', () => {
  for (const text of HOSTILE) expect(shellQuote(text)).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});

test('a plain path stays as it is', () => {
  expect(shellQuote('/home/me/.openclaw/openclaw.json')).toBe('/home/me/.openclaw/openclaw.json');
});
