import { processIo } from './cli/io.ts';
import { run } from './cli/run.ts';

export { run };

/** The whole life of the process: runs what was typed and ends with its exit status. */
export async function main(): Promise<never> {
  const argv = process.argv.slice(2);
  const io = processIo();
  process.once('uncaughtException', async (error) => {
    const { reportError } = await import('./cli/failure.ts');
    process.exit(reportError(error, argv, io));
  });
  // Everything has been written when `run` is done; nothing left over may hold the process.
  process.exit(await run(argv, io));
}
