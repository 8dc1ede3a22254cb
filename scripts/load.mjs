import { rolldown } from 'rolldown';

/** Bundles one TypeScript module and imports it: Node 20 does not strip types by itself. */
export async function loadScript(path) {
  const bundle = await rolldown({ input: path, platform: 'node', logLevel: 'silent' });
  const { output } = await bundle.generate({ format: 'esm', codeSplitting: false });
  await bundle.close();
  const code = output[0].code.replaceAll(
    'import.meta.url',
    JSON.stringify(new URL(`../${path}`, import.meta.url).href),
  );
  return import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
}
