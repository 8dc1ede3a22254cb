import type { Part } from '../gather/part.ts';

/** Thrown when a check asks for what was not measured: its outcome is then unknown, not a pass. */
export class MissingPart extends Error {
  readonly part: string;
  constructor(part: string) {
    super(`not measured: ${part}`);
    this.name = 'MissingPart';
    this.part = part;
  }
}

/**
 * The value of a part; `whenAbsent` stands in when there is nothing on this host to measure.
 * @throws MissingPart when the collector failed.
 */
export function need<T>(part: Part<T>, name: string, whenAbsent: T): T {
  if (part.status === 'ok') return part.value;
  if (part.status === 'absent') return whenAbsent;
  throw new MissingPart(name);
}
