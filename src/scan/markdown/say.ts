import type { Confidence, Severity } from '../finding.ts';
import { lean } from '../lean-pattern.ts';
import type { Ask, Phrase } from './phrases.ts';

/** A phrase of one language; `[^.\n]` stands for "anything up to the end of the sentence". */
export function say(
  ask: Ask,
  severity: Severity,
  confidence: Confidence,
  { source, flags }: RegExp,
): Phrase {
  // The dot of a file's name or of an address does not end a sentence.
  const pattern = new RegExp(source.replaceAll('[^.\\n]', '(?:[^.\\n]|\\.(?=\\w))'), flags);
  return { ask, severity, confidence, pattern: lean(pattern) };
}

/** Orders that no honest text gives: worth a look wherever they stand. */
export const order = (ask: Ask, pattern: RegExp) => say(ask, 'warn', 'likely', pattern);
/** What honest texts ask for as well. */
export const doubt = (ask: Ask, pattern: RegExp) => say(ask, 'warn', 'possible', pattern);
