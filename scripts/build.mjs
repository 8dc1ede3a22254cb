// Builds dist/: the executable (a launcher, the program, a chunk for each rarely needed part), the
// threads of its scan, the library, its types, and the compiled form of program and threads for the
// Node that builds.
import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import configs from '../rolldown.config.mjs';

for (const { output, ...input } of configs) {
  const bundle = await rolldown(input);
  const written = await bundle.write(output);
  await bundle.close();
  for (const chunk of written.output) keepSmall(chunk);
}

/** One import too many in what every audit loads, and the bundler takes along all behind it. */
function keepSmall({ name, moduleIds = [] }) {
  const astray = name === 'core' && moduleIds.find((id) => /src[\\/](scan|live|fix)[\\/]/.test(id));
  if (astray) throw new Error(`the core holds ${astray}: see ALWAYS in rolldown.config.mjs`);
}

// The package is ESM; the executable inside it is not.
writeFileSync('dist/package.json', '{"type":"commonjs"}\n');
const launcher = readFileSync('scripts/launcher.cjs', 'utf8');
for (const [file, launched] of [
  ['main.js', 'core-'],
  ['scan-worker.js', 'scan-thread-'],
]) {
  const core = readdirSync('dist').find((name) => name.startsWith(launched)) ?? '';
  writeFileSync(join('dist', file), launcher.replace('__CORE__', core));
}
chmodSync('dist/main.js', 0o755);

function node(...args) {
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
node('node_modules/typescript/bin/tsc', '--project', 'tsconfig.types.json');
node('scripts/code-cache.mjs');

/** Git keeps no modes but the executable bit, and the hardened example is about modes too. */
function closeToOthers(directory) {
  chmodSync(directory, 0o700);
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) closeToOthers(path);
    else chmodSync(path, 0o600);
  }
}
closeToOthers('examples/hardened');
