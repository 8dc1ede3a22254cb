import { expect, test } from 'vitest';
import type { Flow } from './flow.ts';
import { judgeFlow } from './judge-flow.ts';

function fetched(address: string): string | undefined {
  const spot = { file: 'SKILL.md', line: 1, column: 1 };
  const flow: Flow = {
    ...spot,
    source: { kind: 'remote', detail: address },
    transforms: [],
    sink: { kind: 'shell', call: 'bash', detail: '*' },
    steps: [],
    snippet: '',
  };
  return judgeFlow(flow)?.severity;
}

test('a page of a paste site that is run is an attack, a place to be filled in is not yet', () => {
  expect(fetched('https://pastebin.com/raw/a1B2c3D4')).toBe('critical');
  expect(fetched('https://rentry.co/xxx')).toBe('critical');
  expect(fetched('https://pastebin.com/raw/xxx')).toBe('warn');
  expect(fetched('https://pastebin.com/raw/')).toBe('warn');
});
