// Start-up of the scan: what its patterns need is worked out here rather than in each of its threads.

export function knownTriggers(triggers) {
  const text = JSON.stringify(triggers);
  return {
    name: 'known-triggers',
    load(id) {
      if (!/[\\/]prefilter[\\/]known-triggers\.ts$/.test(id)) return null;
      return {
        code: `export const KNOWN = JSON.parse(${JSON.stringify(text)});`,
        moduleType: 'js',
      };
    },
  };
}
