#!/usr/bin/env node
// dist/main.js. Compiling the program costs more than an audit; where the build left V8's compiled
// form of it for this very engine, that is loaded instead. V8 refuses one that does not fit.
'use strict';
const { readFileSync } = require('node:fs');

const core = `${__dirname}/__CORE__`;

function readCompiled() {
  try {
    return readFileSync(`${core}.${process.versions.v8}-${process.arch}.bin`);
  } catch {
    return undefined;
  }
}

/** What `require` does, with the compiled form at hand. */
function loadCompiled(cachedData) {
  const { Script } = require('node:vm');
  const source = `(function(exports,require,module,__filename){${readFileSync(core, 'latin1')}\n})`;
  const script = new Script(source, { filename: core, cachedData });
  const module = { exports: {}, id: core, filename: core, loaded: true, children: [], paths: [] };
  require.cache[core] = module;
  script.runInThisContext()(module.exports, require, module, core);
}

const compiled = readCompiled();
if (compiled !== undefined) loadCompiled(compiled);
require('./__PROGRAM__').main();
