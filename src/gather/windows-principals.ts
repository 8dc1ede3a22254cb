/** trusted: who may do everything anyway; world: anybody with or without an account; group: the rest. */
export type PrincipalClass = 'trusted' | 'world' | 'group';

const TRUSTED = new Set([
  'S-1-0-0', // nobody
  'S-1-3-0', // creator owner
  'S-1-3-4', // owner rights
  'S-1-5-18', // SYSTEM
  'S-1-5-32-544', // Administrators
  'S-1-5-114', // local accounts that are administrators
  'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464', // TrustedInstaller
]);
const WORLD = new Set([
  'S-1-1-0', // Everyone
  'S-1-2-0', // Local
  'S-1-2-1', // Console logon
  'S-1-5-1', // Dialup
  'S-1-5-2', // Network
  'S-1-5-4', // Interactive
  'S-1-5-7', // Anonymous
  'S-1-5-11', // Authenticated Users
  'S-1-5-13', // Terminal Server Users
  'S-1-5-14', // Remote interactive logon
  'S-1-5-15', // This organization
  'S-1-5-113', // Local account
  'S-1-5-32-545', // Users
  'S-1-5-32-546', // Guests
  'S-1-5-32-554', // Pre-Windows 2000 compatible access
  'S-1-15-2-1', // All application packages
  'S-1-15-2-2', // All restricted application packages
]);
/** Accounts and groups that every machine or domain has: the last part of their SID. */
const DOMAIN_CLASS: { readonly [rid: string]: PrincipalClass } = {
  '500': 'trusted', // built-in Administrator, always one of Administrators
  '501': 'world', // Guest
  '513': 'world', // Domain Users
  '514': 'world', // Domain Guests
};

/** Where SDDL abbreviates a SID without saying which domain it is of. */
const ANY_DOMAIN = 'S-1-5-21-*-';
const ALIASES: { readonly [alias: string]: string } = {
  AA: 'S-1-5-32-579',
  AC: 'S-1-15-2-1',
  AN: 'S-1-5-7',
  AO: 'S-1-5-32-548',
  AP: `${ANY_DOMAIN}525`,
  AS: 'S-1-18-1',
  AU: 'S-1-5-11',
  BA: 'S-1-5-32-544',
  BG: 'S-1-5-32-546',
  BO: 'S-1-5-32-551',
  BU: 'S-1-5-32-545',
  CA: `${ANY_DOMAIN}517`,
  CD: 'S-1-5-32-574',
  CG: 'S-1-3-1',
  CN: `${ANY_DOMAIN}522`,
  CO: 'S-1-3-0',
  CY: 'S-1-5-32-569',
  DA: `${ANY_DOMAIN}512`,
  DC: `${ANY_DOMAIN}515`,
  DD: `${ANY_DOMAIN}516`,
  DG: `${ANY_DOMAIN}514`,
  DU: `${ANY_DOMAIN}513`,
  EA: `${ANY_DOMAIN}519`,
  ED: 'S-1-5-9',
  EK: `${ANY_DOMAIN}527`,
  ER: 'S-1-5-32-573',
  ES: 'S-1-5-32-576',
  HA: 'S-1-5-32-578',
  IS: 'S-1-5-32-568',
  IU: 'S-1-5-4',
  KA: `${ANY_DOMAIN}526`,
  LA: `${ANY_DOMAIN}500`,
  LG: `${ANY_DOMAIN}501`,
  LS: 'S-1-5-19',
  LU: 'S-1-5-32-559',
  MS: 'S-1-5-32-577',
  MU: 'S-1-5-32-558',
  NO: 'S-1-5-32-556',
  NS: 'S-1-5-20',
  NU: 'S-1-5-2',
  OW: 'S-1-3-4',
  PA: `${ANY_DOMAIN}520`,
  PO: 'S-1-5-32-550',
  PS: 'S-1-5-10',
  PU: 'S-1-5-32-547',
  RA: 'S-1-5-32-575',
  RC: 'S-1-5-12',
  RD: 'S-1-5-32-555',
  RE: 'S-1-5-32-552',
  RM: 'S-1-5-32-580',
  RO: `${ANY_DOMAIN}498`,
  RS: `${ANY_DOMAIN}553`,
  RU: 'S-1-5-32-554',
  SA: `${ANY_DOMAIN}518`,
  SI: 'S-1-16-16384',
  SO: 'S-1-5-32-549',
  SS: 'S-1-18-2',
  SU: 'S-1-5-6',
  SY: 'S-1-5-18',
  UD: 'S-1-5-84-0-0-0-0-0',
  WD: 'S-1-1-0',
  WR: 'S-1-5-33',
};

const SID = /^S-1-(?:0x[0-9a-f]{1,12}|\d{1,15})(?:-\d{1,10}){0,15}$/i;

/** Whether a text is a SID in its usual notation. */
export const isSid = (text: string) => SID.test(text);

/** The SID behind an SDDL abbreviation such as `SY`, or the SID itself. */
export function expandSid(text: string): string | undefined {
  if (Object.hasOwn(ALIASES, text)) return ALIASES[text];
  return isSid(text) ? text.toUpperCase().replace('X', 'x') : undefined;
}

/** `me`: the SID of the user who runs the audit, when it is known. */
export function classOf(sid: string, me: string | undefined): PrincipalClass {
  if (sid === me || TRUSTED.has(sid)) return 'trusted';
  if (WORLD.has(sid)) return 'world';
  if (!sid.startsWith('S-1-5-21-')) return 'group';
  const rid = sid.slice(sid.lastIndexOf('-') + 1);
  return (Object.hasOwn(DOMAIN_CLASS, rid) && DOMAIN_CLASS[rid]) || 'group';
}
