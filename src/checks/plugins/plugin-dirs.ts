import type { Departure, Scenario } from '../define.ts';

/** For the checks that ask which plugins are installed. */
export const PLUGIN_DIRS: Departure = {
  reference:
    'Takes every real sub-directory of `extensions` for a plugin with the name of the directory, hidden ones and `node_modules` included; overlooks single files and links.',
  why: 'OpenClaw loads single files and linked directories too, knows a plugin by the id of its manifest, and loads nothing from hidden directories or `node_modules`.',
  source: 'https://github.com/openclaw/openclaw/issues/75456',
};

/** A plugin named `demo`, for examples. */
export const DEMO_PLUGIN: NonNullable<Scenario['files']> = [
  { path: '.openclaw/extensions/demo/index.js', content: 'export default {};\n' },
  {
    path: '.openclaw/extensions/demo/package.json',
    content: '{"name":"demo","version":"1.0.0","openclaw":{"extensions":["./index.js"]}}',
  },
  {
    path: '.openclaw/extensions/demo/openclaw.plugin.json',
    content: '{"id":"demo","configSchema":{"type":"object","properties":{}}}',
  },
];
