import { type Ace, NO_ACL } from './windows-ace.ts';
import { expandSid } from './windows-principals.ts';

/** A security descriptor in Windows' own notation, names nowhere in it. */
export interface Descriptor {
  readonly owner: string;
  readonly aces: readonly Ace[];
}

const MAX_ACES = 4096;
const KINDS: { readonly [type: string]: Ace['kind'] | undefined } = {
  A: 'allow',
  OA: 'allow',
  XA: 'allow',
  ZA: 'allow',
  D: 'deny',
  OD: 'deny',
  XD: 'deny',
};
const RIGHTS: { readonly [code: string]: number } = {
  GA: 0x10000000,
  GX: 0x20000000,
  GW: 0x40000000,
  GR: 0x80000000,
  RC: 0x20000,
  SD: 0x10000,
  WD: 0x40000,
  WO: 0x80000,
  CC: 0x1,
  DC: 0x2,
  LC: 0x4,
  SW: 0x8,
  RP: 0x10,
  WP: 0x20,
  DT: 0x40,
  LO: 0x80,
  CR: 0x100,
  FA: 0x1f01ff,
  FR: 0x120089,
  FW: 0x120116,
  FX: 0x1200a0,
  KA: 0xf003f,
  KR: 0x20019,
  KW: 0x20006,
  KX: 0x20019,
};

/** Reads SDDL; undefined when any part of it that matters cannot be understood. */
export function parseSddl(text: string): Descriptor | undefined {
  const parts = splitParts(text.trim());
  if (!parts) return undefined;
  const owner = expandSid(parts.O ?? '');
  if (owner === undefined) return undefined;
  const dacl = parts.D;
  if (dacl === undefined || dacl.startsWith('NO_ACCESS_CONTROL')) return { owner, aces: NO_ACL };
  const aces = parseAces(dacl);
  return aces && { owner, aces };
}

/** The part of an SDDL text that says who may do what, `D:` included; undefined without one. */
export function daclOf(text: string): string | undefined {
  const dacl = splitParts(text.trim())?.D;
  return dacl === undefined || dacl.startsWith('NO_ACCESS_CONTROL') ? undefined : `D:${dacl}`;
}

type Letter = 'O' | 'G' | 'D' | 'S';

/** Cuts at `O:`, `G:`, `D:` and `S:` outside of entries: a colon occurs nowhere else there. */
function splitParts(text: string): { readonly [L in Letter]?: string } | undefined {
  const parts: { [L in Letter]?: string } = {};
  let open: { readonly letter: Letter; readonly from: number } | undefined;
  const scan = scanner(text);
  for (let i = 0; i <= text.length; i++) {
    const top = scan(i);
    if (i < text.length && !(top && text[i + 1] === ':')) continue;
    if (open) parts[open.letter] = text.slice(open.from, i);
    else if (i > 0) return undefined;
    if (i === text.length) break;
    const letter = text[i];
    if (letter !== 'O' && letter !== 'G' && letter !== 'D' && letter !== 'S') return undefined;
    if (parts[letter] !== undefined || open?.letter === letter) return undefined;
    open = { letter, from: i + 2 };
  }
  return scan(text.length) ? parts : undefined;
}

/** Tells for rising positions whether they are outside of all parentheses and quotes. */
function scanner(text: string): (at: number) => boolean {
  let depth = 0;
  let quoted = false;
  let seen = 0;
  return (at) => {
    for (; seen < at; seen++) {
      const c = text[seen];
      if (depth > 0 && c === '"') quoted = !quoted;
      else if (!quoted && c === '(') depth++;
      else if (!quoted && c === ')') depth--;
    }
    return depth === 0 && !quoted;
  };
}

function parseAces(dacl: string): readonly Ace[] | undefined {
  const start = dacl.indexOf('(');
  const flags = start < 0 ? dacl : dacl.slice(0, start);
  if (!/^[A-Z]*$/.test(flags)) return undefined;
  if (start < 0) return [];
  const aces: Ace[] = [];
  const scan = scanner(dacl);
  let from = start;
  for (let i = start + 1; i <= dacl.length; i++) {
    if (!scan(i)) continue;
    if (dacl[from] !== '(' || aces.length >= MAX_ACES) return undefined;
    const ace = parseAce(dacl.slice(from + 1, i - 1));
    if (!ace) return undefined;
    aces.push(ace);
    from = i;
  }
  return from === dacl.length ? aces : undefined;
}

/** `type;flags;rights;object;inherited object;SID`, a condition may follow. */
function parseAce(text: string): Ace | undefined {
  const [type = '', flags = '', rights = '', , , sid = ''] = text.split(';', 6);
  const kind = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
  const mask = parseRights(rights);
  const principal = expandSid(sid.trim());
  if (!kind || mask === undefined || principal === undefined) return undefined;
  return { kind, mask, principal, inheritOnly: pairs(flags).includes('IO') };
}

function parseRights(text: string): number | undefined {
  if (/^0x[0-9a-f]{1,8}$/i.test(text)) return Number.parseInt(text, 16);
  if (/^0[0-7]{0,11}$/.test(text)) return Number.parseInt(text, 8);
  if (/^\d{1,10}$/.test(text)) return Number.parseInt(text, 10);
  let mask = 0;
  for (const code of pairs(text)) {
    if (!Object.hasOwn(RIGHTS, code)) return undefined;
    mask = (mask | (RIGHTS[code] ?? 0)) >>> 0;
  }
  return mask;
}

function pairs(text: string): readonly string[] {
  const codes: string[] = [];
  for (let i = 0; i < text.length; i += 2) codes.push(text.slice(i, i + 2));
  return codes;
}
