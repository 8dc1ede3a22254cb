import type { Rule } from '../rule.ts';
import { exfiltration } from './flow/exfiltration.ts';
import { persistence } from './flow/persistence.ts';
import { remoteCode } from './flow/remote-code.ts';
import { duplicateBody } from './item/duplicate-body.ts';
import { linkEscape } from './item/link-escape.ts';
import { sameName } from './item/same-name.ts';

/** Every rule, for whoever shows findings or lists the rules. */
export const RULES: readonly Rule[] = [
  duplicateBody,
  exfiltration,
  linkEscape,
  persistence,
  remoteCode,
  sameName,
];
