import { fileURLToPath } from 'node:url';

/** The built thread, beside the program; there is none when the sources are run. */
export const WORKER_FILE = fileURLToPath(new URL('scan-worker.js', import.meta.url));
