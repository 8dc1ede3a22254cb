import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lay } from '../../../test/support/gathered.ts';
import { scanPaths } from './scan-paths.ts';

/** Text whose UTF-8 bytes begin like those of a bzip2 file: no other magic survives as text. */
const PACKED = 'BZh91AY&SY nothing that can be read';

async function scan(instructions: string, name = 'tool.bz2') {
  const { home } = lay({
    files: [
      {
        path: 'skill/SKILL.md',
        content: `---\nname: demo\ndescription: d\n---\n${instructions}\n`,
      },
      { path: `skill/${name}`, content: PACKED },
    ],
  });
  const { items } = await scanPaths([join(home, 'skill')], { indicators: false, workers: 0 });
  const [item] = items;
  return {
    level: item?.verdict.level,
    found: item?.findings.map(({ message, severity, file, line }) => [
      message,
      severity,
      file,
      line,
    ]),
  };
}

const NOTE = ['closed', 'info', 'tool.bz2', 1];

test('an archive that is not opened is a note', async () => {
  expect(await scan('Do the thing.')).toEqual({ level: 'clean', found: [NOTE] });
  expect((await scan('Unpack the parcel when it comes.')).level).toBe('clean');
});

test('one that the instructions unpack is suspicious', async () => {
  expect(await scan('First:\n\n    bunzip2 Tool.bz2')).toEqual({
    level: 'suspicious',
    found: [['ordered', 'warn', 'SKILL.md', 7], NOTE],
  });
});

test('so is one that a password stands beside', async () => {
  const { level, found } = await scan('Extract the archive with the password: s3cret99');
  expect(level).not.toBe('clean');
  expect(found?.map(([message]) => message)).toContain('ordered');
});
