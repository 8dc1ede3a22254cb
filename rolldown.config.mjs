import { readFileSync } from 'node:fs';
import { defineConfig } from 'rolldown';
import { wrapCore } from './scripts/core-plugin.mjs';
import { dataAsJson } from './scripts/data-plugin.mjs';
import { lazyEntries, lazyLibraries } from './scripts/lazy-plugin.mjs';
import { loadScript } from './scripts/load.mjs';
import { checkTexts } from './scripts/texts-plugin.mjs';
import { knownTriggers } from './scripts/triggers-plugin.mjs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const { CHECKS } = await loadScript('src/checks/index.ts');
const { madeParts, triggers } = await loadScript('scripts/watched-patterns.ts');

/** What every audit of this host runs: one file, since finding and opening many costs start-up. */
const ALWAYS =
  /src[\\/](main|version|text[\\/](format|language|visible|words)|locate|document[\\/](?!edit|splice|style|wanted)|config|gather[\\/](?!windows|code|further-code|plugin-entries|managed-plugins|skills|skill-file|skill-places|scan|walk-code|gateway|running-files|listeners|ways|sqlite|state-database|install-records|image-release)|posture[\\/](?!repairs)|checks|judge|report[\\/](?!fix|advisories|upgrade|scan|dry-run)|cli[\\/](argv|audit|commands|errors|io|options|patterns|progress|run|settings|show|take-snapshot|look|rerun))|data[\\/](advisory-table|models|public-keys)|rolldown[\\/]runtime/;

const common = {
  platform: 'node',
  // Its native part is chosen when it is installed.
  external: ['oxc-parser'],
  plugins: [checkTexts(CHECKS), dataAsJson(), knownTriggers(triggers(), madeParts())],
  transform: {
    target: 'node20',
    define: {
      __VERSION__: JSON.stringify(version),
      'process.env.WS_NO_BUFFER_UTIL': '"1"',
      'process.env.WS_NO_UTF_8_VALIDATE': '"1"',
    },
  },
  // A module may be asked for lazily by one importer and at once by another (the library).
  checks: { ineffectiveDynamicImport: false },
};

/** The executable is CommonJS: it starts faster, and only so can its compiled form be kept. */
const program = defineConfig({
  ...common,
  input: { program: 'src/main.ts' },
  plugins: [...common.plugins, lazyLibraries(), wrapCore('core')],
  output: {
    dir: 'dist',
    format: 'cjs',
    minify: true,
    minifyInternalExports: false,
    cleanDir: true,
    entryFileNames: '[name]-[hash].js',
    chunkFileNames: '[name]-[hash].js',
    codeSplitting: { groups: [{ name: 'core', test: ALWAYS }] },
  },
});

/** A thread of the scan: one file, for its launcher. */
const scanThread = defineConfig({
  ...common,
  input: { 'scan-thread': 'src/gather/scan/worker.ts' },
  plugins: [...common.plugins, wrapCore('scan-thread')],
  output: {
    dir: 'dist',
    format: 'cjs',
    minify: true,
    entryFileNames: '[name]-[hash].js',
    codeSplitting: false,
    // What a launcher runs has no `import()`.
    dynamicImportInCjs: false,
  },
});

/** Libraries that the program loads when it first needs them. */
const lazy = defineConfig({
  ...common,
  input: lazyEntries,
  output: {
    dir: 'dist',
    format: 'cjs',
    minify: true,
    exports: 'named',
    entryFileNames: '[name].js',
    chunkFileNames: 'lazy-[name]-[hash].js',
  },
});

const library = defineConfig({
  ...common,
  input: { index: 'src/index.ts' },
  output: {
    dir: 'dist',
    format: 'esm',
    entryFileNames: '[name].mjs',
    chunkFileNames: 'library-[name].mjs',
  },
});

export default [program, lazy, scanThread, library];
