import type { RequestId } from './requests.ts';

/** What an answer says of the door that was tried. */
export type Verdict =
  /** It let us in, as far as a request without effect can tell. */
  | 'open'
  /** It asked for a credential, or turned us away. */
  | 'refused'
  /** There is no such door. */
  | 'absent'
  /** There is an answer, and it does not tell. */
  | 'unclear'
  /** There is no answer, or none in time. */
  | 'failed'
  | 'not_sent';

/** What an answer gives away that nobody needs to know. */
export type Disclosure = 'stack_trace' | 'file_path' | 'software';

export interface HttpAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: { readonly [name: string]: string };
  /** Its beginning. */
  readonly body: string;
}

const JSON_TYPE = /^application\/(?:[\w.-]{1,60}\+)?json\b/i;

/** Judges the answer to one of the HTTP questions. */
export function verdictOf(id: RequestId, { status, headers }: HttpAnswer): Verdict {
  if ([401, 403, 407].includes(status)) return 'refused';
  if ([404, 405, 410, 501].includes(status)) return 'absent';
  if (status >= 300 && status < 400) return 'unclear';
  if (status === 429 || status >= 500) return 'unclear';
  if (id === 'control_ui') return status === 200 ? 'open' : 'unclear';
  // The Control UI answers whatever it does not know with its page.
  if (!JSON_TYPE.test(headers['content-type'] ?? '')) return 'absent';
  return 'open';
}

const STACK = /^\s{0,40}(?:&nbsp;|\s){0,40}at [^\n]{1,300}:\d{1,7}:\d{1,7}\)?/m;
const STACK_HTML = /(?:<br>|\n)[^\n<]{0,40}\bat [^\n<]{1,300}:\d{1,7}:\d{1,7}/;
const PATH = /(?:file:\/\/\/|(?<![\w/.:-])\/(?:home|Users|root|opt|usr|var|srv)\/)[\w.@+-]{1,100}/;

/** What the answer says more than it needs to; never the text itself. */
export function disclosuresOf({ headers, body }: HttpAnswer): readonly Disclosure[] {
  const found: Disclosure[] = [];
  if (STACK.test(body) || STACK_HTML.test(body)) found.push('stack_trace');
  if (PATH.test(body)) found.push('file_path');
  if (headers['x-powered-by'] !== undefined) found.push('software');
  return found;
}

/** The security headers that the page of the Control UI should have and has not. */
export function missingHeaders({ headers }: HttpAnswer): readonly string[] {
  const policy = headers['content-security-policy'] ?? '';
  const framing = /\bframe-ancestors\b/.test(policy) || headers['x-frame-options'] !== undefined;
  return [
    ...(/\b(?:default|script)-src\b/.test(policy) ? [] : ['Content-Security-Policy']),
    ...(framing ? [] : ['X-Frame-Options']),
    ...(headers['x-content-type-options'] === 'nosniff' ? [] : ['X-Content-Type-Options']),
  ];
}
