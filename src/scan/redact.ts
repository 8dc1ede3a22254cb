import { findSecretsInLine } from '../config/redact-policy.ts';

const MASK = '[redacted]';
/** More than a line of evidence needs; what is scanned can make a line as long as it likes. */
const MAX_LENGTH = 4000;

/** A piece of scanned code or prose as it may be shown: without credentials, tokens and keys. */
export function redactLine(line: string): string {
  const text = line.slice(0, MAX_LENGTH);
  let result = '';
  let from = 0;
  for (const { start, end } of findSecretsInLine(text)) {
    result += text.slice(from, start) + MASK;
    from = end;
  }
  return result + text.slice(from);
}
