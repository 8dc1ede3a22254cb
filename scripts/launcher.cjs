#!/usr/bin/env node
// dist/main.js, and dist/scan-worker.js for a thread of the scan. Compiling the program costs more
// than an audit; where the build left V8's compiled form of it for this very engine, that is loaded
// instead. V8 refuses one that does not fit.
'use strict';
const { closeSync, fstatSync, openSync, readSync } = require('node:fs');
const { Script } = require('node:vm');

const core = `${__dirname}/__CORE__`;

function open(path) {
  const fd = openSync(path, 'r');
  return { fd, size: fstatSync(fd).size };
}

function openCompiled() {
  try {
    return open(`${core}.${process.versions.v8}-${process.arch}.bin`);
  } catch {
    return undefined;
  }
}

function read({ fd, size }, into) {
  let length = 0;
  while (length < size) {
    const more = readSync(fd, into, length, size - length, length);
    if (more === 0) break;
    length += more;
  }
  closeSync(fd);
  return into.subarray(0, length);
}

const source = open(core);
const compiled = openCompiled();
// Most of what reading costs is memory that is touched for the first time: one buffer serves both.
const buffer = Buffer.allocUnsafeSlow(Math.max(source.size, compiled ? compiled.size : 0));
const text = read(source, buffer).latin1Slice();
const script = new Script(text, {
  filename: core,
  cachedData: compiled && read(compiled, buffer),
});
const module_ = { exports: {}, id: core, filename: core, loaded: true, children: [], paths: [] };
// The chunks that are loaded later ask for the core by its path.
require.cache[core] = module_;
script.runInThisContext()(module_.exports, require, module_, core, __dirname);
module_.exports.main();
