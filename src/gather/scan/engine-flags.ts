import { setFlagsFromString } from 'node:v8';

/**
 * V8 compiles what runs often anew, and a thread lives for a few seconds: a parser and hundreds of
 * rules pay that back only where they run longest, and little of what they call need be compiled
 * into them. Expressions are compiled when they first run, since each is searched for in many files;
 * by the number of runs before that, as to switch off the stage before it ends the process at an
 * expression that has been there. By the major version of V8, since one complains aloud of a flag
 * that it does not know: 11 is that of Node 20, 13 that of Node 24.
 */
const RELUCTANT_COMPILER: ReadonlyMap<number, readonly string[]> = new Map([
  [
    11,
    [
      '--interrupt-budget=1000000',
      '--regexp-tier-up-ticks=0',
      '--max-inlined-bytecode-size-cumulative=200',
    ],
  ],
  [
    13,
    [
      '--invocation-count-for-turbofan=20000',
      '--invocation-count-for-maglev=2000',
      '--regexp-tier-up-ticks=0',
    ],
  ],
]);

/** Sets V8 up for threads that scan; before they start, and before their compiled form is made. */
export function setEngineFlags(): void {
  const major = Number.parseInt(process.versions.v8, 10);
  for (const flag of RELUCTANT_COMPILER.get(major) ?? []) setFlagsFromString(flag);
}
