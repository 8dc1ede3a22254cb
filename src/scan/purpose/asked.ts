import type { Fact } from '../finding.ts';

/**
 * `phrase` opens a wallet for good; the others can be changed. Of a parameter: `any` may be a secret,
 * `other` is called nothing of the kind.
 */
export type SecretKind = 'phrase' | 'password' | 'token' | 'any' | 'other';

export interface Asked {
  readonly kind: SecretKind;
  /** As the beginning of a variable's name: `GITHUB`. */
  readonly service: string;
}

const KINDS: readonly SecretKind[] = ['phrase', 'password', 'token', 'any', 'other'];

/** What a fact of a secret that is asked for, or sent, says. */
export function askedIn({ value }: Fact): Asked & { readonly address: string } {
  const [kind = 'any', service = '', ...address] = value.split(' ');
  return { kind: KINDS.find((it) => it === kind) ?? 'any', service, address: address.join(' ') };
}
