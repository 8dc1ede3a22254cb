import type { ScanFinding } from '../finding.ts';
import { obfuscatedCode } from '../rules/code/obfuscated-code.ts';
import { positionsIn, snippetOf } from '../snippet.ts';

// Every pattern matches runs of one class at a time: linear in the text.
const RENAMED = /\b_0x[0-9a-f]{4,8}\b/g;
const MANY_NAMES = 12;
const MAX_MATCHES = 5000;
const INVISIBLE =
  /[\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}\u{e0000}-\u{e007f}\u200b-\u200d\u2060\u3164\uffa0]{8,}/u;
const LEAST_HIDDEN = 8;
const FIRST_INVISIBLE = 0x200b;
/** Characters beyond U+FFFF are two of these. */
const INVISIBLE_UNIT = /[\ufe00-\ufe0f\u200b-\u200d\u2060\u3164\uffa0\udc00-\udfff\udb40]/;
/** Words of code that runs other code. */
export const DANGEROUS =
  /\b(?:eval|child_process|execSync|Function\s*\(|atob|fromCharCode|powershell)\b/g;

/** What is seen in a text without understanding it; `ascii` when it is known to hold nothing else. */
export function lexicalFindings(
  path: string,
  text: string,
  ascii: boolean,
): readonly ScanFinding[] {
  const spotAt = positionsIn(path, text);
  const findings: ScanFinding[] = [];
  const at = (offset: number) => ({
    ...spotAt(offset),
    snippet: snippetOf(text.slice(offset, offset + 300)),
  });
  const names = new Set<string>();
  let first: number | undefined;
  if (text.includes('_0x')) {
    let matches = 0;
    for (const match of text.matchAll(RENAMED)) {
      first ??= match.index;
      names.add(match[0]);
      if (++matches > MAX_MATCHES) break;
    }
  }
  if (first !== undefined && names.size >= MANY_NAMES) {
    const args = { sample: [...names][0] ?? '', count: names.size - 1 };
    findings.push(obfuscatedCode.found('renamed', args, at(first)));
  }
  const hidden = ascii || !mayHide(text) ? null : INVISIBLE.exec(text);
  if (hidden)
    findings.push(
      obfuscatedCode.found('invisible', { count: [...hidden[0]].length }, at(hidden.index), {
        severity: 'critical',
      }),
    );
  return findings;
}

/** Whether one of every eight characters is invisible, or half of one that may be. */
function mayHide(text: string): boolean {
  for (let i = LEAST_HIDDEN - 1; i < text.length; i += LEAST_HIDDEN) {
    const unit = text.charCodeAt(i);
    if (unit >= FIRST_INVISIBLE && INVISIBLE_UNIT.test(text.charAt(i))) return true;
  }
  return false;
}
