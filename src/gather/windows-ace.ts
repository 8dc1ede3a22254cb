import type { Access } from './file-facts.ts';
import { classOf } from './windows-principals.ts';

/** One entry of an ACL, however it was read. */
export interface Ace {
  readonly kind: 'allow' | 'deny';
  /** Does not apply to the object itself, only to what is made inside it. */
  readonly inheritOnly: boolean;
  /** Rights as Windows numbers them. */
  readonly mask: number;
  /** A SID, or `?name` for a name that could not be turned into one. */
  readonly principal: string;
}

/** What strangers may do with a file. */
export interface AclFact {
  readonly access: Access;
  /** Entries of those who are not trusted, as `SID:rights`. */
  readonly acl: readonly string[];
}

const GENERIC_READ = 0x80000000;
const GENERIC_WRITE = 0x40000000;
const GENERIC_ALL = 0x10000000;
const MAXIMUM_ALLOWED = 0x02000000;
const ANY = GENERIC_ALL + MAXIMUM_ALLOWED;
const READ_DATA = 0x1;
/** WRITE_DATA, APPEND_DATA, DELETE_CHILD, DELETE, WRITE_DAC, WRITE_OWNER. */
const CHANGE = 0x2 + 0x4 + 0x40 + 0x10000 + 0x40000 + 0x80000;
/** Also reached through an inherited entry of a hundred thousand, so the list is cut. */
const MAX_LISTED = 64;

const NAMED_RIGHTS: { readonly [mask: number]: string } = {
  2032127: 'F',
  1245631: 'M',
  1179817: 'RX',
  1179785: 'R',
  1179926: 'W',
  [GENERIC_ALL]: 'F',
};

const has = (mask: number, bits: number) => (mask & bits) !== 0;
const canRead = (mask: number) => has(mask, READ_DATA + GENERIC_READ + ANY);
const canWrite = (mask: number) => has(mask, CHANGE + GENERIC_WRITE + ANY);

/** `F`, `M`, `RX`, `R`, `W` as icacls abbreviates them, else the mask in hexadecimal. */
function rightsText(mask: number): string {
  return NAMED_RIGHTS[mask] ?? `0x${mask.toString(16)}`;
}

/**
 * Sums an ACL up. Entries that deny take nothing away, as in OpenClaw's own audit: which of two
 * entries wins depends on memberships that are not known here. They are listed.
 */
export function judgeAcl(aces: readonly Ace[], me: string | undefined): AclFact {
  const access = { groupRead: false, groupWrite: false, worldRead: false, worldWrite: false };
  const acl: string[] = [];
  for (const { kind, inheritOnly, mask, principal } of aces) {
    if (inheritOnly || mask === 0) continue;
    const trust = classOf(principal, me);
    if (trust === 'trusted') continue;
    const rights = rightsText(mask);
    if (acl.length < MAX_LISTED)
      acl.push(`${principal}:${kind === 'deny' ? '(DENY)' : ''}${rights}`);
    if (kind === 'deny') continue;
    if (trust === 'world') {
      access.worldRead ||= canRead(mask);
      access.worldWrite ||= canWrite(mask);
    } else {
      access.groupRead ||= canRead(mask);
      access.groupWrite ||= canWrite(mask);
    }
  }
  return { access, acl };
}

/** What everybody may do where there is no ACL at all, as on a FAT volume. */
export const NO_ACL: readonly Ace[] = [
  { kind: 'allow', inheritOnly: false, mask: 0x1f01ff, principal: 'S-1-1-0' },
];
