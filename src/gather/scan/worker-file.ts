import { fileURLToPath } from 'node:url';

/** The built thread, beside the program, which loads a file named by its contents; there is none when the sources are run. */
export const WORKER_FILE = fileURLToPath(new URL('scan-worker.js', import.meta.url));
