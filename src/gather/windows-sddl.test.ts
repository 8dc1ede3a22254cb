import { expect, test } from 'vitest';
import { judgeAcl } from './windows-ace.ts';
import { classOf, expandSid } from './windows-principals.ts';
import { parseSddl } from './windows-sddl.ts';

const ME = 'S-1-5-21-1-2-3-1001';
const judge = (dacl: string) => judgeAcl(parseSddl(`O:BAG:SY${dacl}`)?.aces ?? [], ME).access;
const mask = (rights: string) => parseSddl(`O:BAG:SYD:(A;;${rights};;;WD)`)?.aces[0]?.mask;

test('rights in every notation', () => {
  expect(mask('0x1f01ff')).toBe(0x1f01ff);
  expect(mask('FRFX')).toBe(0x1200a9);
  expect(mask('GRGW')).toBe(0xc0000000);
  expect(mask('1179785')).toBe(0x120089);
  expect(mask('')).toBe(0);
});

test.each([
  ['FR', true, false],
  ['FW', false, true],
  ['FX', false, false],
  ['GR', true, false],
  ['GW', false, true],
  ['GA', true, true],
  ['SD', false, true],
  ['WD', false, true],
  ['WO', false, true],
  ['RC', false, false],
])('%s lets the world read: %s, write: %s', (rights, worldRead, worldWrite) => {
  expect(judge(`D:(A;;${rights};;;WD)`)).toMatchObject({ worldRead, worldWrite });
});

test.each(['WD', 'AN', 'AU', 'BG', 'BU', 'IU', 'NU', 'DU', 'DG', 'LG', 'AC', 'S-1-5-21-9-9-9-513'])(
  '%s is the world',
  (sid) => expect(classOf(expandSid(sid) ?? '', ME)).toBe('world'),
);
test.each(['SY', 'BA', 'CO', 'OW', 'LA', ME])('%s is trusted', (sid) =>
  expect(classOf(expandSid(sid) ?? '', ME)).toBe('trusted'),
);
test.each(['LS', 'NS', 'PU', 'DA', 'S-1-5-21-1-2-3-1002', 'S-1-15-3-1', '?BUILTIN\\Users'])(
  '%s is somebody',
  (sid) => expect(classOf(expandSid(sid) ?? sid, ME)).toBe('group'),
);

test('an empty ACL lets nobody in, a missing one everybody', () => {
  expect(judge('D:')).toMatchObject({ worldRead: false, groupRead: false });
  expect(judge('D:PAI')).toMatchObject({ worldRead: false, groupRead: false });
  expect(judge('')).toMatchObject({ worldRead: true, worldWrite: true });
});

test.each([
  '',
  'nonsense',
  'O:',
  'O:ZZG:SYD:',
  'O:BAO:BAD:',
  'O:BAD:(A;;FA;;;WD',
  'O:BAD:(A;;FA;;;WD))',
  'O:BAD:(A;;FA;;;Everyone)',
  'O:BAD:(A;;QQ;;;WD)',
  'O:BAD:(Q;;FA;;;WD)',
  'O:BAD:(__proto__;;constructor;;;toString)',
  'O:BAD:(A;;FA;;;WD)x(A;;FA;;;BA)',
  'O:BAD:((A;;FA;;;WD))',
])('%j is not understood', (text) => expect(parseSddl(text)).toBeUndefined());

test('long input is read in linear time', () => {
  const started = Date.now();
  expect(parseSddl(`O:BAD:${'('.repeat(300_000)}`)).toBeUndefined();
  expect(parseSddl(`O:BAD:${'(A;;FA;;;WD)'.repeat(100_000)}`)).toBeUndefined();
  expect(parseSddl(`O:${'S-1-'.repeat(100_000)}D:`)).toBeUndefined();
  expect(Date.now() - started).toBeLessThan(2000);
});
