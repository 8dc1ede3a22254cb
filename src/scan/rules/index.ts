import type { Rule } from '../rule.ts';
import { exfiltration } from './flow/exfiltration.ts';
import { persistence } from './flow/persistence.ts';
import { remoteCode } from './flow/remote-code.ts';

/** Every rule, for whoever shows findings or lists the rules. */
export const RULES: readonly Rule[] = [exfiltration, persistence, remoteCode];
