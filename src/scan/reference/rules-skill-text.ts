import { lineOf } from './line.ts';
import type { CodeMatch } from './match.ts';

const KEYS =
  /\b(?:sk-[\w-]{32,}|(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_\w{20,}|xox[abprs]-[A-Za-z0-9-]{20,400}|AIza[\w-]{35})(?![\w-]))/;
/** A block of PEM: its first and last line, and lines of base64 alone between them. */
const PEM_HEAD = /-----BEGIN ([A-Z ]{0,64}PRIVATE KEY)-----\r?\n/g;
const BASE64_LINE = /[A-Za-z0-9+/=]+\r?\n/y;
const MIN_PEM = 48;

const PIPED = /\b(?:curl|wget)\b[^|\n]{0,120}\|\s*(?:sh|bash|zsh)\b/i;
const SENT = /\benv\b[^\n]{0,80}\b(?:fetch|curl|wget|https?)\b/i;
const DELETED = /\brm\s+-rf\s+(?:\/|\$HOME|~|\.)/i;
const OPENED = /\bchmod\s+(?:-R\s+)?777\b/i;

/** The rules for SKILL.md since 2026.9, each at its first line. It knows neither quotes nor "never". */
export function matchSkillText(text: string): readonly CodeMatch[] {
  const first = (pattern: RegExp) => pattern.exec(text)?.index;
  const found: readonly (readonly [string, CodeMatch['level'], number | undefined])[] = [
    ['literal-secret', 'critical', first(KEYS) ?? pemIn(text)],
    ['shell-pipe-to-shell', 'critical', first(PIPED)],
    ['secret-exfiltration', 'critical', first(SENT)],
    ['destructive-delete', 'warn', first(DELETED)],
    ['unsafe-permissions', 'warn', first(OPENED)],
  ];
  return found.flatMap(([rule, level, index]) => {
    const line = lineOf(text, index);
    return line === undefined ? [] : [{ rule, level, line }];
  });
}

function pemIn(text: string): number | undefined {
  for (const { 0: head, 1: label, index } of text.matchAll(PEM_HEAD)) {
    let at = index + head.length;
    let length = 0;
    BASE64_LINE.lastIndex = at;
    for (let line = BASE64_LINE.exec(text); line; line = BASE64_LINE.exec(text)) {
      at = BASE64_LINE.lastIndex;
      length += line[0].trimEnd().length;
    }
    if (length >= MIN_PEM && text.startsWith(`-----END ${label}-----`, at)) return index;
  }
  return undefined;
}
