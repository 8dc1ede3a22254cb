import { expect, test } from 'vitest';
import { parsePublished } from './published.ts';

test('each address and each port of a range', () => {
  const text = [
    'claw\t0.0.0.0:18789->18789/tcp, [::]:18789->18789/tcp, 53/udp',
    'web\t127.0.0.1:9000-9001->80-81/tcp, 0.0.0.0:53->53/udp',
    'quiet\t',
    '-rm\t0.0.0.0:1->1/tcp',
  ].join('\n');
  expect(parsePublished(text)).toEqual([
    { container: 'claw', host: '0.0.0.0', port: 18789, inner: 18789 },
    { container: 'claw', host: '::', port: 18789, inner: 18789 },
    { container: 'web', host: '127.0.0.1', port: 9000, inner: 80 },
    { container: 'web', host: '127.0.0.1', port: 9001, inner: 81 },
  ]);
});

test('a range without an end has one', () => {
  expect(parsePublished('a\t0.0.0.0:1-65535->1-65535/tcp')).toHaveLength(512);
});
