import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { prepare, scanFile } from './scan-file.ts';
import { languageOf } from './source-file.ts';

// Every file in fixtures/ says in a comment above a line what is found, or is not, on that line.
const folder = fileURLToPath(new URL('./fixtures/', import.meta.url));
const NOTE = /^(?:#|\/\/|<!--) (finds|ok): ([\w-]+)/;

beforeAll(() => prepare(new Set(['markdown', 'shell', 'python', 'javascript'])));

test.each(readdirSync(folder))('%s: what its comments say', (name) => {
  const text = readFileSync(`${folder}${name}`, 'utf8');
  const file = {
    path: name,
    language: languageOf(name, text),
    text,
    bytes: new TextEncoder().encode(text),
  };
  const { findings } = scanFile(file, { indicators: true });
  const lines = text.split('\n');
  const noted: string[] = [];
  const found: string[] = [];
  for (const [index, line] of lines.entries()) {
    const note = NOTE.exec(line);
    if (!note) continue;
    const [, word, rule = ''] = note;
    noted.push(`${index + 2} ${word} ${rule}`);
    const here = findings.some(
      (it) => it.rule === rule && it.line === index + 2 && it.severity !== 'info',
    );
    found.push(`${index + 2} ${here ? 'finds' : 'ok'} ${rule}`);
  }
  expect(noted.length).toBeGreaterThan(0);
  expect(found).toEqual(noted);
});
