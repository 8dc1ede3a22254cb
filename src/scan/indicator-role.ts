import { isTestPath } from './knowledge/test-paths.ts';
import { isAboutAttacks } from './markdown/quoted.ts';
import type { SourceFile } from './source-file.ts';

/**
 * What an indicator is there for. `used`: fetched, linked to, or simply given as an address.
 * `doubtful`: an address that a warning stands beside, where it may be used all the same. `told`: named.
 */
export type Role = 'used' | 'doubtful' | 'told';

/** Tests and samples of scanners hold what they look for. */
const SAMPLE = /(?:^|\/)(?:samples?|evals?)\//i;
/** As part of an address it is used; alone it is named. */
const ADDRESS = /(?:https?:\/\/|@)$/;
/** A link, or a command or call that fetches what follows: words beside it do not take that back. */
const FETCHED =
  /(?:\]\(\s{0,3}<?|\b(?:href|src)\s{0,3}=\s{0,3}["']?)https?:\/\/$|\b(?:curl|wget|fetch|axios|got|urlopen|urlretrieve|requests?\.\w{2,20}|httpx\.\w{2,20}|iwr|irm|invoke-webrequest|invoke-restmethod|downloadstring|downloadfile|start-bitstransfer|bitsadmin|certutil|mshta|regsvr32|msiexec|git\s{1,3}clone|(?:npm|pip3?|pnpm|yarn|uv|gem|go|cargo)\s[^\n|;&]{0,60}\b(?:install|add|i|get))\b[^\n;]{0,200}$/i;
/** A sentence that sends the reader there. */
const SENT = /\b(?:download|install|visit|open|get|run|paste|go to)\b[^\n]{0,120}$/i;
/** A program that is given the address: it may fetch it. */
const COMMAND =
  /^\s{0,12}(?:[$>]\s{1,3})?(?:sudo\s{1,3})?(?:[\w.~-]{0,60}\/[\w./~-]{1,100}|(?:ba|z|da)?sh|python\d?|node|npx|bunx?|[A-Za-z_]\w{0,40}=\S{0,200})(?:\s|$)/;
const DECODED = /\bbase64\s{1,3}(?:-[a-zA-Z]{0,3}[dD]|--decode)|\b(?:atob|b64decode)\s{0,3}\(/;
/** A warning may stand in a line above or below a command. */
const NEAR = 300;

export function roleOf(file: SourceFile, at: number): Role {
  const { path, text, language } = file;
  const { before, after } = lineAt(text, at);
  if (!ADDRESS.test(before) || isSample(path)) return 'told';
  if (FETCHED.test(before)) return 'used';
  const warned = isAboutAttacks(before + after);
  const isText = language === 'markdown' || language === 'text' || language === 'json';
  if (isText && !COMMAND.test(before))
    return warned ? (SENT.test(before) ? 'doubtful' : 'told') : 'used';
  const around = text.slice(Math.max(0, at - NEAR), at + NEAR);
  return warned || (isText && isAboutAttacks(around)) ? 'doubtful' : 'used';
}

/** Whether an encoded indicator is an example: what is decoded where it stands is none. */
export function isShown({ path, text }: SourceFile, at: number): boolean {
  const { before, after } = lineAt(text, at);
  if (isSample(path)) return true;
  return !DECODED.test(before + after) && isAboutAttacks(before + after);
}

function isSample(path: string): boolean {
  return SAMPLE.test(path) || isTestPath(path);
}

/** The line around an offset, as far as it is worth reading. */
export function lineAt(
  text: string,
  at: number,
): { readonly before: string; readonly after: string } {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at);
  return {
    before: text.slice(Math.max(start, at - 200), at),
    after: text.slice(at, Math.min(end < 0 ? text.length : end, at + 300)),
  };
}
