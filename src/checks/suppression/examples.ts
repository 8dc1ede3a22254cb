/** A scenario with a file of suppressions beside the config, for the examples. */
export const suppressionFile = (entries: string, mode = '600') => ({
  files: [
    {
      path: '.openclaw/security-suppressions.json5',
      content: `{ suppressions: [${entries}] }`,
      mode,
    },
  ],
});
