import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { prepare, scanFile } from './scan-file.ts';
import { languageOf } from './source-file.ts';

// Every file in fixtures/ says in a comment above a line what is found, or is not, on that line.
// A line `<!-- next -->` starts another document, read by itself.
const folder = fileURLToPath(new URL('./fixtures/', import.meta.url));
const NOTE = /^ {0,4}(#|\/\/|<!--) (finds|ok): ([\w-]+)/;

beforeAll(async () => {
  await prepare(new Set(['markdown', 'shell', 'python', 'javascript', 'powershell']));
});

test.each(readdirSync(folder))('%s: what its comments say', (name) => {
  const documents = readFileSync(`${folder}${name}`, 'utf8').split(/^<!-- next -->\n/m);
  for (const [index, text] of documents.entries()) {
    const { noted, found } = notesOf(name, text);
    expect(noted.length, `document ${index + 1}`).toBeGreaterThan(0);
    expect(found, `document ${index + 1}`).toEqual(noted);
  }
});

function notesOf(name: string, whole: string) {
  // The notes themselves are not scanned.
  const text = whole.replaceAll(new RegExp(NOTE.source, 'gm'), (_, mark: string) => `${mark} ok`);
  const file = {
    path: name,
    language: languageOf(name, text),
    text,
    bytes: new TextEncoder().encode(text),
  };
  const { findings } = scanFile(file, { indicators: true });
  const noted: string[] = [];
  const found: string[] = [];
  for (const [index, line] of whole.split('\n').entries()) {
    const note = NOTE.exec(line);
    if (!note) continue;
    const [, , word, rule = ''] = note;
    const said = `${index + 2} ${word} ${rule}`;
    const here = findings.some(
      (it) => it.rule === rule && it.line === index + 2 && it.severity !== 'info',
    );
    noted.push(said);
    found.push(`${index + 2} ${here ? 'finds' : 'ok'} ${rule}`);
  }
  return { noted, found };
}
