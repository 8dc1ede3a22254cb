import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hiddenMiner } from './rules/shell/hidden-miner.ts';
import { evidenceAt, positionsIn } from './snippet.ts';

test('lines and columns are those of the text before an offset, in whatever order they are asked for', () => {
  const text = fc.array(fc.constantFrom('\n', '\n', 'a', 'bc', '한', '\r\n'), { maxLength: 30 });
  fc.assert(
    fc.property(
      text.map((it) => it.join('')),
      fc.array(fc.nat(40)),
      (whole, offsets) => {
        const place = positionsIn('a', whole);
        for (const offset of offsets.filter((it) => it <= whole.length)) {
          const before = whole.slice(0, offset).split('\n');
          const column = (before.at(-1) ?? '').length + 1;
          expect(place(offset)).toEqual({ file: 'a', line: before.length, column });
        }
      },
    ),
    { seed: 6 },
  );
});

test('a snippet that is made late is part of the finding, and made once', () => {
  let made = 0;
  const spot = { file: 'a', line: 2, column: 3 };
  const evidence = evidenceAt(spot, () => {
    made++;
    return ' xmrig\t-o x ';
  });
  expect(made).toBe(0);
  const finding = hiddenMiner.found('pool', { call: 'xmrig' }, evidence);
  expect({ ...finding }).toMatchObject({ ...spot, snippet: 'xmrig -o x' });
  expect(Object.keys(finding)).not.toContain('made');
  expect(evidence.snippet).toBe('xmrig -o x');
  expect(made).toBe(1);
});
