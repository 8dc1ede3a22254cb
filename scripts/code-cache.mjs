// Leaves V8's compiled form of dist/'s core beside it, for the Node that runs this. It holds the
// functions that have been called by then, so a warm-up audit comes first.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Script } from 'node:vm';

const dist = resolve('dist');
const built = (name) =>
  join(
    dist,
    readdirSync(dist).find((file) => file.startsWith(`${name}-`) && file.endsWith('.js')) ?? '',
  );
const core = built('core');
const require = createRequire(join(dist, 'main.js'));

// As dist/main.js does it.
const script = new Script(readFileSync(core, 'latin1'), { filename: core });
const module = { exports: {}, id: core, filename: core, loaded: true, children: [], paths: [] };
require.cache[core] = module;
script.runInThisContext()(module.exports, require, module, core, dist);
const { run } = module.exports;

const home = mkdtempSync(join(tmpdir(), 'openclaw-security-warm-'));
const io = {
  env: { HOME: home, PATH: '' },
  cwd: home,
  out: () => {},
  err: () => {},
  written: () => false,
  columns: () => undefined,
  watched: async () => false,
};
try {
  cpSync('examples/hardened', join(home, '.openclaw'), { recursive: true });
  for (const args of [[], ['--json']]) {
    const status = await run(['security', 'audit', ...args], io);
    if (status !== 0) throw new Error(`the warm-up audit ended with status ${status}`);
  }
} finally {
  rmSync(home, { recursive: true, force: true });
}
writeFileSync(`${core}.${process.versions.v8}-${process.arch}.bin`, script.createCachedData());
