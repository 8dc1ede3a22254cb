import type { Ace } from './windows-ace.ts';
import { readings } from './windows-code-pages.ts';
import { isCurrentUser, sidOfName } from './windows-names.ts';
import { isSid } from './windows-principals.ts';

/** Stands for the current user where only the name is known. */
export const CURRENT_USER = 'current user';

const INHERITANCE = new Set(['I', 'OI', 'CI', 'IO', 'NP']);
const RIGHTS: { readonly [code: string]: number } = {
  N: 0,
  F: 0x1f01ff,
  M: 0x1301bf,
  RX: 0x1200a9,
  R: 0x120089,
  W: 0x120116,
  D: 0x10000,
  DE: 0x10000,
  RC: 0x20000,
  WDAC: 0x40000,
  WO: 0x80000,
  S: 0x100000,
  AS: 0x1000000,
  MA: 0x2000000,
  GA: 0x10000000,
  GE: 0x20000000,
  GW: 0x40000000,
  GR: 0x80000000,
  RD: 0x1,
  WD: 0x2,
  AD: 0x4,
  REA: 0x8,
  WEA: 0x10,
  X: 0x20,
  DC: 0x40,
  RA: 0x80,
  WA: 0x100,
};

/** Reads what `icacls PATH` printed; undefined when no entry can be found in it. */
export function parseIcacls(
  bytes: Buffer,
  path: string,
  env: NodeJS.ProcessEnv,
): readonly Ace[] | undefined {
  let best: readonly Ace[] | undefined;
  let bestKnown = -1;
  for (const text of readings(bytes)) {
    const aces = parseText(text, path, env);
    const known = aces?.filter(({ principal }) => !principal.startsWith('?')).length ?? -1;
    if (known <= bestKnown) continue;
    best = aces;
    bestKnown = known;
  }
  return best;
}

function parseText(text: string, path: string, env: NodeJS.ProcessEnv): readonly Ace[] | undefined {
  const aces: Ace[] = [];
  const lines = text.replace(/^\ufeff/, '').split('\n');
  for (const [i, line] of lines.entries()) {
    // The path stands before the first entry; read in a wrong code page it may have another length.
    if (i === 0 && !/^\s/.test(line.slice(path.length))) return undefined;
    const entry = (i === 0 ? line.slice(path.length) : line).trim();
    if (entry === '') break;
    const ace = parseEntry(entry, env);
    if (!ace) return undefined;
    aces.push(ace);
  }
  return aces.length > 0 ? aces : undefined;
}

/** `DOMAIN\name:(I)(OI)(CI)(RX,W)`. */
function parseEntry(entry: string, env: NodeJS.ProcessEnv): Ace | undefined {
  const colon = entry.lastIndexOf(':(');
  if (colon <= 0 || !entry.endsWith(')')) return undefined;
  let mask = 0;
  let inheritOnly = false;
  let kind: Ace['kind'] = 'allow';
  for (const group of entry.slice(colon + 2, -1).split(')(')) {
    if (group === 'DENY') kind = 'deny';
    else if (group === 'IO') inheritOnly = true;
    else if (!INHERITANCE.has(group))
      for (const code of group.split(',')) {
        const right = Object.hasOwn(RIGHTS, code.toUpperCase()) && RIGHTS[code.toUpperCase()];
        if (typeof right !== 'number') return undefined;
        mask = (mask | right) >>> 0;
      }
  }
  return { kind, inheritOnly, mask, principal: principalOf(entry.slice(0, colon), env) };
}

function principalOf(name: string, env: NodeJS.ProcessEnv): string {
  const bare = name.startsWith('*') ? name.slice(1) : name;
  if (isSid(bare)) return bare.toUpperCase();
  if (isCurrentUser(name, env)) return CURRENT_USER;
  return sidOfName(name) ?? `?${name}`;
}
