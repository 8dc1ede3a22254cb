import { expect, test } from 'vitest';
import { parseLabels, parseNames, parsePorts } from './docker-output.ts';

test('names that could be read as options or commands are refused', () => {
  expect(parseNames('oc-b1\r\n-rf\n\n--help\na b\n$(id)\noc_b.2\noc-b1\n')).toEqual({
    names: ['oc-b1', 'oc_b.2'],
    refused: 4,
  });
});

test('blank and missing labels are no labels', () => {
  expect(parseLabels('abc\t2026-02-21-novnc-auth-default\n')).toEqual({
    configHash: 'abc',
    configEpoch: '2026-02-21-novnc-auth-default',
  });
  expect(parseLabels('<no value>\t<no value>\n')).toEqual({});
  expect(parseLabels('\told\n')).toEqual({ configEpoch: 'old' });
  expect(parseLabels('  \n')).toEqual({});
});

test('published ports in every notation', () => {
  const text = [
    '9222/tcp -> 0.0.0.0:49153',
    '9222/tcp -> [::]:49153',
    '9222/tcp -> :::49153',
    '6080/tcp -> 127.0.0.1:6080',
    '5900/tcp -> :5900',
    'nonsense',
    '1/tcp -> 127.0.0.1:99999',
    '1/tcp -> 127.0.0.1:1e3',
  ].join('\n');
  expect(parsePorts(text).map(({ host, port }) => `${host} ${port}`)).toEqual([
    '0.0.0.0 49153',
    ':: 49153',
    ':: 49153',
    '127.0.0.1 6080',
    '0.0.0.0 5900',
  ]);
});

test('a very long answer is cut', () => {
  expect(parsePorts('1/tcp -> 0.0.0.0:1\n'.repeat(100_000))).toHaveLength(512);
});
