/** Programs that run whatever code they are given. */
const INTERPRETERS = new Set(
  (
    'python python2 python3 pypy pypy3 node nodejs bun deno awk gawk mawk nawk ruby perl php r rscript ' +
    'julia elixir iex guile groovy scala scala-cli clojure clj raku perl6 ghc ghci erl werl gdb expect ' +
    'lua osascript find make gmake sed gsed xargs'
  ).split(' '),
);

/** The name of a program as a list writes it: without its folder and `.exe`, in lower case. */
export function programName(written: string): string {
  const path = written.trim().toLowerCase();
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  return name.replace(/\.(?:exe|cmd|bat|com)$/, '');
}

/** Whether a pattern of the exec approvals is of an interpreter, whatever its version. */
export function isInterpreterPattern(pattern: string): boolean {
  const name = programName(pattern).replace(/[*?[\]{}]/g, '');
  return INTERPRETERS.has(name) || INTERPRETERS.has(name.replace(/-?\d+(?:\.\d+)*$/, ''));
}
