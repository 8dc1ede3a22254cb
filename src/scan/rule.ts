import type { Argument, ParamsOf } from '../text/format.ts';
import type { Translated } from '../text/words.ts';
import type { Confidence, ScanFinding, Severity, Spot, Step } from './finding.ts';
import { redactLine } from './redact.ts';

type Texts = {
  /** Names what the code or text does. */
  readonly title: string;
  /** What an attacker gains, and when it may be honest. */
  readonly why: string;
  /** How to check it by hand. */
  readonly check: string;
} & { readonly [message: string]: string };

type MessageKey<En> = Exclude<keyof En & string, 'title' | 'why' | 'check'>;

/** Where something was found, and what stands there. */
export interface Evidence extends Spot {
  readonly snippet: string;
  readonly path?: readonly Step[];
}

interface RuleShape<En extends Texts, Ko> {
  /** In kebab-case, the name of its file. */
  readonly id: string;
  /** The severity unless a finding says otherwise. */
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** CWE and OWASP ids, addresses of reports. */
  readonly refs: readonly string[];
  readonly text: { readonly en: En; readonly ko: Ko & Translated<En, Ko> };
}

/** A rule with its types forgotten, as a report handles it. */
export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly refs: readonly string[];
  readonly text: { readonly en: Texts; readonly ko: Texts };
}

export interface TypedRule<En extends Texts> extends Rule {
  /** A finding of this rule; the arguments follow from the message's `{params}`. */
  found<K extends MessageKey<En>>(
    message: K,
    args: { readonly [P in ParamsOf<En[K] | En['title'] | En['why'] | En['check']>]: Argument },
    at: Evidence,
    other?: { readonly severity?: Severity; readonly confidence?: Confidence },
  ): ScanFinding;
}

/** Arguments are pieces of what was scanned, and may hold what nobody should see. */
function shown(args: ScanFinding['args']): ScanFinding['args'] {
  const show = (value: Argument) => {
    if (typeof value === 'number') return value;
    return typeof value === 'string' ? redactLine(value) : value.map(redactLine);
  };
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, show(value)]));
}

/** Declares a rule; what decides that it is met stands beside it or in a front end. */
export function defineRule<const En extends Texts, const Ko>(
  shape: RuleShape<En, Ko>,
): TypedRule<En> {
  const { id, severity, confidence, refs, text } = shape;
  return {
    id,
    severity,
    confidence,
    refs,
    text: text as unknown as Rule['text'],
    found: (message, args, { file, line, column, snippet, path }, other) => ({
      rule: id,
      message,
      severity: other?.severity ?? severity,
      confidence: other?.confidence ?? confidence,
      args: shown(args),
      file,
      line,
      column,
      snippet,
      ...(path ? { path } : {}),
    }),
  };
}
