import type { Confidence, Severity } from '../finding.ts';
import { ENGLISH } from './phrases-en.ts';
import { KOREAN } from './phrases-ko.ts';
import { CHINESE } from './phrases-zh.ts';

/** What a sentence asks of the agent. */
export type Ask =
  | 'override'
  | 'hide'
  | 'unguard'
  | 'fetch-orders'
  | 'errand'
  | 'forward'
  | 'collect'
  | 'ask-secret'
  | 'bias'
  | 'weaken'
  | 'destroy'
  | 'disregard-user'
  | 'remember';

export interface Phrase {
  readonly ask: Ask;
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** Bounded: no gap is longer than 120 characters, and at most three gaps follow one another. */
  readonly pattern: RegExp;
}

export const PHRASES: readonly Phrase[] = [...ENGLISH, ...KOREAN, ...CHINESE];
