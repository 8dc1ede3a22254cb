import { findSecretsInLine } from '../config/redact-policy.ts';

const MASK = '[redacted]';

/** A piece of scanned code or prose as it may be shown: without credentials, tokens and keys. */
export function redactLine(text: string): string {
  let result = '';
  let from = 0;
  for (const { start, end } of findSecretsInLine(text)) {
    result += text.slice(from, start) + MASK;
    from = end;
  }
  return result + text.slice(from);
}
