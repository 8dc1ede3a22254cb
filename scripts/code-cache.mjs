// Leaves V8's compiled form of dist/'s core, and of the threads of its scan, beside them, for the
// Node that runs this. It holds the functions that have been called by then, so a warm-up comes first.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { Script } from 'node:vm';
import { loadScript } from './load.mjs';

const dist = resolve('dist');
const require = createRequire(join(dist, 'main.js'));

/** Loads what a launcher loads, as it does it; `leave` writes the compiled form as it is by then. */
function launch(name) {
  const file = readdirSync(dist).find((it) => it.startsWith(`${name}-`) && it.endsWith('.js'));
  const core = join(dist, file ?? '');
  const script = new Script(readFileSync(core, 'latin1'), { filename: core });
  const module = { exports: {}, id: core, filename: core, loaded: true, children: [], paths: [] };
  require.cache[core] = module;
  script.runInThisContext()(module.exports, require, module, core, dist);
  return {
    exports: module.exports,
    leave: () =>
      writeFileSync(
        `${core}.${process.versions.v8}-${process.arch}.bin`,
        script.createCachedData(),
      ),
  };
}

async function audit(run) {
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
}

/** Skills in miniature, in every language: the texts that the rules are tested with, and code. */
async function scan(scanParcel) {
  const files = ['src/scan/fixtures', 'test/scan/across', 'src/scan', 'scripts'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => resolve(entry.parentPath, entry.name)),
  );
  const byFolder = {};
  for (const file of files) {
    const folder = dirname(file);
    byFolder[folder] = [...(byFolder[folder] ?? []), file];
  }
  const common = { item: 0, indicators: true, whole: true };
  for (const [root, list] of Object.entries(byFolder)) {
    const files = list.map((file) => basename(file));
    const [outcomes] = await scanParcel([{ ...common, path: root, root, files }]);
    const failed = outcomes
      .flatMap(({ unread }) => unread)
      .find((it) => it.reason === 'scan_failed');
    if (failed) throw new Error(`the warm-up scan failed at ${failed.path}: ${failed.detail}`);
  }
}

const core = launch('core');
await audit(core.exports.run);
core.leave();

// A thread has these flags, and V8 refuses what was compiled under others.
const { setEngineFlags } = await loadScript('src/gather/scan/engine-flags.ts');
setEngineFlags();
const thread = launch('scan-thread');
await scan(thread.exports.scanParcel);
thread.leave();
