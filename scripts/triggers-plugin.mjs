// Start-up of the scan: what its patterns need, and what finds the paths of others, is worked out here
// rather than in each of its threads.

/** `triggers` and `parts` by the sources of patterns. */
export function knownTriggers(triggers, parts) {
  const modules = [
    [/[\\/]prefilter[\\/]known-triggers\.ts$/, 'KNOWN', triggers],
    [/[\\/]prefilter[\\/]known-parts\.ts$/, 'KNOWN_PARTS', parts],
  ];
  return {
    name: 'known-triggers',
    load(id) {
      const [, name, known] = modules.find(([file]) => file.test(id)) ?? [];
      if (known === undefined) return null;
      const text = JSON.stringify({ ...known, ...asWritten(known) });
      return {
        code: `export const ${name} = JSON.parse(${JSON.stringify(text)});`,
        moduleType: 'js',
      };
    },
  };
}

/** The bundler writes literals in ASCII, and then their source is what it wrote. */
function asWritten(known) {
  const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return Object.fromEntries(
    Object.entries(known)
      .filter(([source]) => /[^\0-\x7f]/.test(source))
      .map(([source, value]) => [source.replace(/[^\0-\x7f]/g, escaped), value]),
  );
}
