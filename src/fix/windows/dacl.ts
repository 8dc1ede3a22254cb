import type { Ace } from '../../gather/windows-ace.ts';
import { classOf } from '../../gather/windows-principals.ts';
import { daclOf, parseSddl } from '../../gather/windows-sddl.ts';

export type Kind = 'file' | 'directory';

const SYSTEM = 'S-1-5-18';

/**
 * The access control list that a file or directory gets, as SDDL: nothing inherited, everything for
 * SYSTEM and for one user, by SID; in a directory also for what is made in it.
 */
export function closedDacl(kind: Kind, me: string): string {
  const flags = kind === 'directory' ? 'OICI' : '';
  return `D:P(A;${flags};FA;;;SY)(A;${flags};FA;;;${me})`;
}

/** What is to become of an access control list, going by its SDDL with the owner in it. */
export type Judged =
  | { readonly state: 'already' | 'other_owner' | 'unreadable' }
  | {
      readonly state: 'loose';
      /** The list as it is, as SDDL. */
      readonly before: string;
      /** SIDs that lose what they may do. */
      readonly losing: readonly string[];
      /** SIDs that are no longer named. */
      readonly dropped: readonly string[];
    };

/**
 * Closed is what lets in nobody but those whom the audit trusts (this user, SYSTEM, Administrators),
 * not even to what will be made in it: nothing is tightened that no finding speaks of.
 */
export function judgeSddl(sddl: string, me: string): Judged {
  const descriptor = parseSddl(sddl);
  const before = daclOf(sddl);
  if (descriptor === undefined) return { state: 'unreadable' };
  const { owner, aces } = descriptor;
  const lets = (ace: Ace) => ace.kind === 'allow' && ace.mask !== 0;
  if (before !== undefined && !aces.some((ace) => lets(ace) && isStranger(ace, me)))
    return { state: 'already' };
  // Its owner may be who runs the gateway, and would be shut out.
  if (classOf(owner, me) !== 'trusted') return { state: 'other_owner' };
  // No list at all, as on a disk that keeps none: it could not be given back.
  if (before === undefined) return { state: 'unreadable' };
  const named = (wanted: (ace: Ace) => boolean) => [
    ...new Set(aces.filter(wanted).map(({ principal }) => principal)),
  ];
  const isOther = ({ principal }: Ace) => principal !== me && principal !== SYSTEM;
  const losing = named((ace) => lets(ace) && isOther(ace));
  return { state: 'loose', before, losing, dropped: named(isOther) };
}

const isStranger = ({ principal }: Ace, me: string) => classOf(principal, me) !== 'trusted';

/** Whether a list that was read back lets in nobody but SYSTEM and the user. */
export function isClosed(dacl: string, me: string): boolean {
  const found = parseSddl(`O:SY${dacl}`);
  return (
    found !== undefined &&
    daclOf(dacl) !== undefined &&
    found.aces.every(
      ({ kind, principal }) =>
        kind === 'allow' &&
        (principal === SYSTEM || principal === me || isBuiltInUser(principal, me)),
    )
  );
}

/** Windows abbreviates the built-in Administrator and Guest without saying of which machine. */
const isBuiltInUser = (principal: string, me: string) =>
  principal.startsWith('S-1-5-21-*-') && me.endsWith(principal.slice('S-1-5-21-*'.length));

/** The `icacls` command that comes to the same, SIDs instead of names. */
export function icaclsCommand(
  path: string,
  kind: Kind,
  me: string,
  dropped: readonly string[],
): string {
  const rights = kind === 'directory' ? '(OI)(CI)F' : 'F';
  const removed = dropped.filter((sid) => !sid.includes('*')).map((sid) => ` /remove *${sid}`);
  return `icacls "${path}" /inheritance:r /grant:r "*${me}:${rights}" /grant:r "*${SYSTEM}:${rights}"${removed.join('')}`;
}
