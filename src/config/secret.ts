/**
 * What is known about a secret without knowing the secret. The collector replaces every secret
 * with one of these, so no later stage can print it.
 */
export interface Secret {
  readonly $secret: {
    /** UTF-16 length of the trimmed value; 0 when blank or unresolved. */
    readonly length: number;
    /** Equal values of one run have equal ids; says nothing else. */
    readonly id: number;
    /** literal: written here; env: from `${NAME}` or a variable; ref: a SecretRef object; placeholder: not a real value. */
    readonly kind: 'literal' | 'env' | 'ref' | 'placeholder';
    /** Names of the variables the value was built from. */
    readonly env?: readonly string[];
    /** True when every character is the same or the value is a well-known dummy. */
    readonly weak?: boolean;
    /** True when the text reads `undefined` or `null`: what a failed script leaves. */
    readonly nothing?: boolean;
    /**
     * True when the text itself reads `${NAME}`, what an escaped reference leaves; of a reference, when
     * it is written as the text `$NAME`.
     */
    readonly template?: boolean;
  };
}

/** Whether a value of the redacted config tree stands for a secret. */
export function isSecret(value: unknown): value is Secret {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, '$secret');
}
