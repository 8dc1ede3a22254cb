// Start-up: libraries that many runs do without are files of their own in dist/, loaded when one of
// their functions is first called. Calls stay synchronous, so that callers need not know.
import { basename, resolve } from 'node:path';

/** Modules whose functions are all that others use of them. */
const LAZY = [
  { source: 'src/document/json5.ts', functions: ['parse'] },
  { source: 'src/report/terminal.ts', functions: ['measure', 'breakLines'] },
];
const nameOf = (source) => `lazy-${basename(source, '.ts')}`;

/** What to build beside the program: entry name to source. */
export const lazyEntries = Object.fromEntries(LAZY.map(({ source }) => [nameOf(source), source]));

export function lazyLibraries() {
  return {
    name: 'lazy-libraries',
    load(id) {
      const lazy = LAZY.find(({ source }) => resolve(source) === id);
      if (!lazy) return null;
      const file = JSON.stringify(`./${nameOf(lazy.source)}.js`);
      const functions = lazy.functions.map(
        (name) =>
          `export const ${name} = (...given) => (loaded ??= require(${file})).${name}(...given);`,
      );
      return { code: ['let loaded;', ...functions].join('\n'), moduleType: 'js' };
    },
    resolveId: (id) => (/^\.\/lazy-[\w-]+\.js$/.test(id) ? { id, external: true } : null),
  };
}
