import type { Range } from '../document/parse.ts';

const SCHEME = /[a-z][a-z0-9+.-]{0,20}$/i;
const HOOK_SEGMENTS = new Set(['hooks', 'hook', 'webhook', 'webhooks', 'webhookb2', 'incoming']);
const HOOK_HOSTS =
  /(?:^|\.)(?:hooks\.slack\.com|webhook\.office\.com|outlook\.office\.com|hooks\.zapier\.com|maker\.ifttt\.com|webhook\.site|pipedream\.net|requestbin\.com|hook\.(?:eu\d|us\d)\.make\.com)$/i;

/** Offset of the `@` that ends the user information; -1 when there is none. */
function endOfUserInfo(url: string, from: number): number {
  const rest = url.slice(from);
  const stop = rest.search(/[/?#\\]/);
  const authority = stop < 0 ? rest : rest.slice(0, stop);
  const inside = authority.lastIndexOf('@');
  if (inside >= 0) return from + inside;
  // `http://user:pa/ss@host`: what stands after the colon is no port, so it is part of a password.
  const port = authority.slice(authority.startsWith('[') ? authority.indexOf(']') + 1 : 0);
  if (!/:(?!\d*$)/.test(port)) return -1;
  const later = rest.lastIndexOf('@');
  return later < 0 ? -1 : from + later;
}

function pathSecrets(host: string, path: string, offset: number): readonly Range[] {
  const found: Range[] = [];
  let at = offset;
  let hide = HOOK_HOSTS.test(host);
  for (const segment of path.split('/')) {
    const bot = /^bot(?=.{8})/.exec(segment);
    if (segment && (hide || bot)) {
      found.push({ start: at + (bot && !hide ? bot[0].length : 0), end: at + segment.length });
    }
    hide ||= HOOK_SEGMENTS.has(segment.toLowerCase());
    at += segment.length + 1;
  }
  return found;
}

function querySecrets(query: string, offset: number): readonly Range[] {
  const found: Range[] = [];
  let at = offset;
  for (const pair of query.split(/[&;]/)) {
    const equals = pair.indexOf('=');
    const start = at + (equals < 0 ? 0 : equals + 1);
    if (start < at + pair.length) found.push({ start, end: at + pair.length });
    at += pair.length + 1;
  }
  return found;
}

/** Secret parts of one URL whose authority starts at `start` and which ends at `end`. */
function partsOf(text: string, start: number, end: number): readonly Range[] {
  const url = text.slice(0, end);
  const found: Range[] = [];
  const at = endOfUserInfo(url, start);
  if (at > start) found.push({ start, end: at });
  const hostStart = at < 0 ? start : at + 1;
  const cut = (char: string) => {
    const index = url.indexOf(char, hostStart);
    return index < 0 ? end : index;
  };
  const fragment = cut('#');
  const query = Math.min(cut('?'), fragment);
  const path = Math.min(cut('/'), query);
  const host = url.slice(hostStart, path).replace(/:\d*$/, '');
  found.push(...pathSecrets(host, url.slice(path, query), path));
  if (query < fragment) found.push(...querySecrets(url.slice(query + 1, fragment), query + 1));
  if (fragment + 1 < end) found.push({ start: fragment + 1, end });
  return found;
}

/** User information, query values, fragments and webhook paths of every URL in a text. */
export function findUrlSecrets(text: string): readonly Range[] {
  const found: Range[] = [];
  let from = 0;
  for (;;) {
    const mark = text.indexOf('://', from);
    if (mark < 0) return found;
    from = mark + 3;
    if (!SCHEME.test(text.slice(Math.max(0, mark - 21), mark))) continue;
    const length = text.slice(from).search(/[\s"'<>`]/);
    const end = length < 0 ? text.length : from + length;
    found.push(...partsOf(text, from, end));
    from = end;
  }
}
