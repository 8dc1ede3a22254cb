import { PRIVATE } from '../knowledge/paths.ts';
import { telltaleParts } from '../prefilter/path-parts.ts';

const NAMED = telltaleParts(PRIVATE);

/** Whether a text of code names a file that nobody but its owner has to read. Linear in the text. */
export function namesPrivateFile(text: string): boolean {
  return NAMED.test(text);
}
