import { withoutComments } from './comments.ts';
import { lineCounter, lineOf } from './line.ts';
import type { CodeMatch } from './match.ts';
import { type Found, processCalls } from './process-calls.ts';

const MAX_MATCHES = 32;
/** Lines before and after an environment variable in which a request makes it a finding. */
const REACH = 8;
const VARIABLE = 'process.env';
const USUAL_PORTS: ReadonlySet<number> = new Set([80, 443, 8080, 8443, 3000]);

// Every pattern is linear: one run of one class at a time, and no run can contain its own start.
const DYNAMIC = /\beval[^\S\n]*\(|new[^\S\n]+Function[^\S\n]*\(/g;
const MINERS = ['stratum', 'coinhive', 'cryptonight', 'xmrig'];
const MINING = /stratum\+tcp|stratum\+ssl|coinhive|cryptonight|xmrig/gi;
const SOCKET = /new[^\S\n]+WebSocket[^\S\n]*\([^\S\n]*["']wss?:\/\/[^"'\n]*:(\d+)/g;
const NETWORK = /\b(?:fetch|post)\s*\(|http\.request\s*\(/i;
const HEX = /(?:\\x[0-9a-fA-F]{2}){6}/;
const BASE64 = /(?:atob|Buffer\.from)\s*\(\s*["'][A-Za-z0-9+/=]{200,}["']/;

/** A rule of the code without its comments finds nothing where none of these stands. */
const WORDS_OF_CODE = ['readFile', VARIABLE, '\\x', 'atob', 'Buffer.from'];

/** The rules that code meets as 2026.9 reads it: some at each match, some once a file. */
export function matchLater(text: string): readonly CodeMatch[] {
  // A text without the words is passed over in a fraction of the time that a pattern takes.
  const each = (pattern: RegExp, words: readonly string[], within = text) =>
    holdsOne(within, words) ? [...text.matchAll(pattern)] : [];
  const sockets = each(SOCKET, ['WebSocket']).filter(
    ({ 1: port }) => !USUAL_PORTS.has(Number(port)),
  );
  const limited = (rule: string, level: CodeMatch['level'], found: readonly Found[]) => {
    const lineAt = lineCounter(text);
    const told = found
      .slice(0, MAX_MATCHES)
      .map(({ index }) => ({ rule, level, line: lineAt(index) }));
    const last = found.at(-1);
    if (!last || found.length <= MAX_MATCHES) return told;
    return [...told, { rule: `${rule}-truncated`, level, line: lineAt(last.index) }];
  };
  let bare: string | undefined;
  const code = () => {
    bare ??= withoutComments(text);
    return bare;
  };
  // Where a comment goes, what stands on its two sides may make a word.
  const mayHold = text.includes('/*') || holdsOne(text, WORDS_OF_CODE);
  return [
    ...limited('dangerous-exec', 'critical', processCalls(text, code)),
    ...limited('dynamic-code-execution', 'critical', each(DYNAMIC, ['eval', 'Function'])),
    ...limited('crypto-mining', 'critical', each(MINING, MINERS, text.toLowerCase())),
    ...limited('suspicious-network', 'warn', sockets),
    ...(mayHold ? matchWhole(code()) : []),
  ];
}

function holdsOne(text: string, words: readonly string[]): boolean {
  return words.some((word) => text.includes(word));
}

function matchWhole(code: string): readonly CodeMatch[] {
  const once = (rule: string, level: CodeMatch['level'], line: number | undefined) =>
    line === undefined ? [] : [{ rule, level, line }];
  const first = (pattern: RegExp, words: readonly string[]) =>
    holdsOne(code, words) ? lineOf(code, pattern.exec(code)?.index) : undefined;
  const sends = holdsOne(code, ['readFile', VARIABLE]) && NETWORK.test(code);
  return [
    ...once('potential-exfiltration', 'warn', sends ? first(/readFile/, ['readFile']) : undefined),
    ...once('obfuscated-code', 'warn', first(HEX, ['\\x'])),
    ...once('obfuscated-code', 'warn', first(BASE64, ['atob', 'Buffer.from'])),
    ...once('env-harvesting', 'critical', sends ? harvest(code.split('\n')) : undefined),
  ];
}

/** The first line with an environment variable that has a request near it. */
function harvest(lines: readonly string[]): number | undefined {
  for (const [index, line] of lines.entries()) {
    if (!line.includes(VARIABLE)) continue;
    const near = lines.slice(Math.max(0, index - REACH), index + REACH + 1);
    if (NETWORK.test(near.join('\n'))) return index + 1;
  }
  return undefined;
}
