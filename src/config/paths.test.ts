import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { directoryOf, isInside, resolveFrom } from './paths.ts';

const step = fc.constantFrom('a', 'b c', '..', '.', '', 'x.json5', '..d');
const steps = fc.array(step, { maxLength: 6 });

test('as the platform does on POSIX', () => {
  fc.assert(
    fc.property(steps, steps, fc.boolean(), (base, tail, absolute) => {
      const directory = path.posix.resolve('/', ...base);
      const written = (absolute ? '/' : '') + tail.join('/');
      const full = path.posix.resolve(directory, written);
      expect(resolveFrom(directory, written)).toBe(full);
      expect(directoryOf(full)).toBe(path.posix.dirname(full));
      const way = path.posix.relative(directory, full);
      expect(isInside(directory, full)).toBe(way !== '..' && !way.startsWith('../'));
    }),
    { seed: 20262, numRuns: 300 },
  );
});

test('as the platform does on Windows', () => {
  fc.assert(
    fc.property(steps, steps, fc.constantFrom('', 'D:\\', 'C:/', '\\'), (base, tail, start) => {
      const directory = path.win32.resolve('C:\\', ...base);
      const written = start + tail.filter((part) => start !== '\\' || part).join('\\');
      if (/^[\\/]{2}/.test(written) || (start === '' && /^[\\/]/.test(written))) return;
      const full = path.win32.resolve(directory, written);
      expect(resolveFrom(directory, written)).toBe(full);
      expect(directoryOf(full)).toBe(path.win32.dirname(full));
    }),
    { seed: 20262, numRuns: 300 },
  );
  expect(isInside('C:\\Users\\x', 'c:\\users\\X\\a.json5')).toBe(true);
  expect(isInside('C:\\Users\\x', 'D:\\Users\\x\\a.json5')).toBe(false);
  expect(directoryOf('\\\\server\\share\\oc\\a.json5')).toBe('\\\\server\\share\\oc');
});
