// What every run needs stands in one file, written as a function, and so does what a thread of the
// scan needs: dist/main.js and dist/scan-worker.js (scripts/launcher.cjs) compile it, or load its
// compiled form, and hand it what a CommonJS module is given.
const CORE_PARAMETERS = 'exports,require,module,__filename,__dirname';

/** Of the chunk or entry of this name. */
export function wrapCore(name) {
  return {
    name: 'wrap-core',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle);
      const core = chunks.find((chunk) => chunk.name === name);
      const runtime = chunks.find((chunk) => chunk.name?.startsWith('rolldown-runtime'));
      if (runtime) {
        // One file less to find and open.
        const inlined = `(()=>{const exports={};${runtime.code};return exports})()`;
        core.code = core.code.replace(/require\([`"']\.\/rolldown-runtime[^)]*\)/, () => inlined);
      }
      // Nothing that the core exports changes later: a value costs less than a function to get it.
      core.code = core.code.replace(
        /Object\.defineProperty\(exports,(["'`][\w$]+["'`]),\{enumerable:!0,get:function\(\)\{return ([\w$]+)\}\}\)/g,
        (_, name, value) => `exports[${name}]=${value}`,
      );
      core.code = `(function(${CORE_PARAMETERS}){${core.code}\n})`;
    },
  };
}
