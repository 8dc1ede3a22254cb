import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { scanPaths } from '../../src/gather/scan/scan-paths.ts';

// Every folder in across/ is one item. A comment above a line says what is found, or is not, on that
// line; the flow starts in another file.
const folder = fileURLToPath(new URL('./across/', import.meta.url));
const NOTE = /^\s*(?:#|\/\/) (finds|ok): ([\w-]+)/;
const items = readdirSync(folder);
const scan = (path: string) => scanPaths([path], { indicators: true, workers: 0 });

test.each(items)('%s: what its comments say', async (name) => {
  const root = join(folder, name);
  const { items: reports, unread } = await scan(root);
  const findings = reports.flatMap((report) => report.findings);
  const noted: string[] = [];
  const found: string[] = [];
  for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!/\.\w+$/.test(file)) continue;
    const lines = readFileSync(join(root, file), 'utf8').split('\n');
    for (const [index, line] of lines.entries()) {
      const [, word, rule] = NOTE.exec(line) ?? [];
      if (!word) continue;
      const place = `${file}:${index + 2}`;
      noted.push(`${place} ${word} ${rule}`);
      const here = findings.some(
        (it) => it.rule === rule && `${it.file}:${it.line}` === place && it.severity !== 'info',
      );
      found.push(`${place} ${here ? 'finds' : 'ok'} ${rule}`);
    }
  }
  expect(unread).toEqual([]);
  expect(noted.length).toBeGreaterThan(0);
  expect(found).toEqual(noted);
});

test('the path goes from the source in one file to the sink in another', async () => {
  const { items: reports } = await scan(join(folder, 'scripts'));
  const stolen = reports.flatMap((it) => it.findings).filter((it) => it.rule === 'exfiltration');
  expect(stolen).toHaveLength(1);
  expect(stolen[0]).toMatchObject({ severity: 'critical', file: 'lib/send.js' });
  expect(stolen[0]?.path?.map(({ file, line, what }) => `${file}:${line} ${what}`)).toEqual([
    'collect.js:6 fs.readFileSync',
    'main.js:5 call',
    'lib/pack.js:1 base64',
    'main.js:5 call',
    'lib/send.js:3 fetch',
  ]);
});
