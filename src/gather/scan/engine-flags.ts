import { setFlagsFromString } from 'node:v8';

/**
 * V8 compiles what runs often anew, and a thread lives for a few seconds: a parser and hundreds of
 * rules pay that back only where they run longest.
 */
const RELUCTANT_COMPILER = '--interrupt-budget=1000000';
/** The last major version of V8 that knows the flag (Node 20); a newer one complains of it aloud. */
const LAST_TO_KNOW = 11;

/** Sets V8 up for threads that scan; before they start, and before their compiled form is made. */
export function setEngineFlags(): void {
  if (Number.parseInt(process.versions.v8, 10) <= LAST_TO_KNOW)
    setFlagsFromString(RELUCTANT_COMPILER);
}
