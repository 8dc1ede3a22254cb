import { expect, test } from 'vitest';
import { closedDacl, icaclsCommand, isClosed, judgeSddl } from './dacl.ts';

const ME = 'S-1-5-21-1004336348-1177238915-682003330-1001';
const BOB = 'S-1-5-21-1004336348-1177238915-682003330-1002';

test('SYSTEM and the user, nothing inherited; directories hand it down', () => {
  expect(closedDacl('file', ME)).toBe(`D:P(A;;FA;;;SY)(A;;FA;;;${ME})`);
  expect(closedDacl('directory', ME)).toBe(`D:P(A;OICI;FA;;;SY)(A;OICI;FA;;;${ME})`);
});

test.each(['file', 'directory'] as const)(
  'what a %s gets is closed, and needs nothing more',
  (kind) => {
    const dacl = closedDacl(kind, ME);
    expect(isClosed(dacl, ME)).toBe(true);
    expect(isClosed(dacl, BOB)).toBe(false);
    expect(judgeSddl(`O:${ME}G:BU${dacl}`, ME)).toEqual({ state: 'already' });
  },
);

test('a list is judged by SID: strangers, who loses, who is dropped', () => {
  const dacl = `D:AI(D;;FW;;;${BOB})(A;ID;FA;;;SY)(A;ID;FA;;;BA)(A;ID;FA;;;${ME})(A;ID;FR;;;BU)(A;;FR;;;WD)`;
  expect(judgeSddl(`O:BAG:BU${dacl}S:AI(AU;FA;FA;;;WD)`, ME)).toEqual({
    state: 'loose',
    before: dacl,
    losing: ['S-1-5-32-544', 'S-1-5-32-545', 'S-1-1-0'],
    dropped: [BOB, 'S-1-5-32-544', 'S-1-5-32-545', 'S-1-1-0'],
  });
});

test.each([
  [
    'what a profile hands down',
    `O:${ME}D:AI(A;ID;FA;;;SY)(A;ID;FA;;;BA)(A;ID;FA;;;${ME})`,
    'already',
  ],
  ['nobody at all', `O:${ME}D:P`, 'already'],
  ['only who is denied', `O:${ME}D:P(D;;FA;;;WD)`, 'already'],
  ['what will be made in it', `O:${ME}D:P(A;OICIIO;FR;;;WD)`, 'loose'],
  ['a right without a name', `O:${ME}D:P(A;;0x1;;;BU)`, 'loose'],
  ['closed, of another user', `O:${BOB}D:P(A;;FA;;;${ME})`, 'already'],
  ['open, of another user', `O:${BOB}D:P(A;;FA;;;WD)`, 'other_owner'],
  ['open, of SYSTEM', `O:SYD:P(A;;FA;;;WD)`, 'loose'],
  ['no list', `O:${ME}D:NO_ACCESS_CONTROL`, 'unreadable'],
  ['no list said', `O:${ME}G:BU`, 'unreadable'],
  ['names for SIDs', `O:${ME}D:P(A;;FA;;;Jeder)`, 'unreadable'],
  ['garbage', 'Доступ запрещён', 'unreadable'],
])('%s', (_, sddl, state) => expect(judgeSddl(sddl, ME).state).toBe(state));

test.each([
  [`D:PAI(A;;FA;;;${ME})(A;;FA;;;SY)`, true],
  ['D:P', true],
  [`D:P(A;;FA;;;${ME})(A;;FR;;;BA)`, false],
  [`D:P(A;;FA;;;${ME})(A;OICIIO;FR;;;WD)`, false],
  [`D:P(A;;FA;;;LA)`, false],
  ['D:NO_ACCESS_CONTROL', false],
  ['', false],
])('%s read back is closed: %s', (dacl, closed) => expect(isClosed(dacl, ME)).toBe(closed));

test('the built-in Administrator is abbreviated by Windows', () => {
  const me = 'S-1-5-21-1004336348-1177238915-682003330-500';
  expect(isClosed('D:P(A;;FA;;;SY)(A;;FA;;;LA)', me)).toBe(true);
  expect(isClosed('D:P(A;;FA;;;SY)(A;;FA;;;LG)', me)).toBe(false);
});

test('the command names SIDs, and leaves out what is no whole one', () => {
  expect(icaclsCommand('C:\\o', 'directory', ME, ['S-1-1-0', 'S-1-5-21-*-501'])).toBe(
    `icacls "C:\\o" /inheritance:r /grant:r "*${ME}:(OI)(CI)F" /grant:r "*S-1-5-18:(OI)(CI)F" /remove *S-1-1-0`,
  );
});
