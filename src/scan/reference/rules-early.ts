import { lineOf } from './line.ts';
import type { CodeMatch } from './match.ts';

/** A rule for code: a pattern of one line, or of a whole file. */
interface Rule {
  readonly name: string;
  readonly level: 'critical' | 'warn';
  /** Where the rule is met; undefined when it is not. */
  find(text: string): number | undefined;
}

// Every pattern is linear: one run of one class at a time, and no run can contain its own start.
const EXEC = /\b(?:exec|execSync|spawn|spawnSync|execFile|execFileSync)[^\S\n]*\(/;
const DYNAMIC = /\beval[^\S\n]*\(|\bnew[^\S\n]+Function[^\S\n]*\(/;
const MINING = /stratum\+tcp|stratum\+ssl|coinhive|cryptonight|xmrig/i;
const SOCKET = /\bnew[^\S\n]+WebSocket[^\S\n]*\([^\S\n]*["']wss?:\/\/[^"'\n/?#]*:(\d{1,9})(?!\d)/g;
const USUAL_PORTS: ReadonlySet<number> = new Set([80, 443, 8080, 8443, 3000]);
const READS_FILES = /readFile/;
const READS_ENV = /process\.env/;
const NETWORK = /\bfetch\b|\bpost\b|http\.request/i;
const HEX = /(?:\\x[0-9a-fA-F]{2}){6}/;
const BASE64 = /(?:atob|Buffer\.from)\s*\(\s*["'][A-Za-z0-9+/=]{200,}["']/;

const first = (pattern: RegExp) => (text: string) => pattern.exec(text)?.index;

function unusualSocket(text: string): number | undefined {
  for (const match of text.matchAll(SOCKET))
    if (!USUAL_PORTS.has(Number(match[1]))) return match.index;
  return undefined;
}

function near(pattern: RegExp, other: RegExp) {
  return (text: string) => (other.test(text) ? pattern.exec(text)?.index : undefined);
}

const RULES: readonly Rule[] = [
  { name: 'dynamic-code-execution', level: 'critical', find: first(DYNAMIC) },
  { name: 'crypto-mining', level: 'critical', find: first(MINING) },
  { name: 'suspicious-network', level: 'warn', find: unusualSocket },
  { name: 'obfuscated-code', level: 'warn', find: first(HEX) },
  { name: 'obfuscated-code', level: 'warn', find: first(BASE64) },
  { name: 'dangerous-exec', level: 'critical', find: near(EXEC, /child_process/) },
  { name: 'potential-exfiltration', level: 'warn', find: near(READS_FILES, NETWORK) },
  { name: 'env-harvesting', level: 'critical', find: near(READS_ENV, NETWORK) },
];

/** The rules that code meets as 2026.2 reads it, comments included, each at its first line. */
export function matchEarly(text: string): readonly CodeMatch[] {
  return RULES.flatMap(({ name: rule, level, find }): readonly CodeMatch[] => {
    const line = lineOf(text, find(text));
    return line === undefined ? [] : [{ rule, level, line }];
  });
}
