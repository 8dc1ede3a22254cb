import { expect, test } from 'vitest';
import { isTooWide } from './cidr.ts';

test('tells blocks of half the internet from those of a network', () => {
  const wide = [
    '0.0.0.0/0',
    '::/0',
    ' 128.0.0.0/1 ',
    '10.0.0.0/7',
    '2000::/3',
    '::ffff:0.0.0.0/96',
  ];
  const narrow = ['10.0.0.0/8', '127.0.0.1', '::1/128', 'fd00::/48', '2001:db8::/32', 'a/b', ''];
  expect(wide.filter(isTooWide)).toEqual(wide);
  expect(narrow.filter(isTooWide)).toEqual([]);
});
