/**
 * The questions put to a running gateway. Each is chosen so that it can have no effect: bodies are
 * `{}`, which every endpoint refuses after it has looked at the credential and before it does
 * anything (observed with OpenClaw 2026.2.24 and 2026.9.6).
 */
export type RequestId =
  /** The probe itself, with the credential that is configured. */
  | 'connect'
  /** The handshake of TLS and nothing after it, for the version and the certificate. */
  | 'tls'
  /** A WebSocket without any credential. */
  | 'connect_bare'
  /** The Control UI's own connection, without a credential, from a page of another site. */
  | 'origin_foreign'
  /** The same from a page whose name was made to lead here (DNS rebinding). */
  | 'origin_rebound'
  /** `POST /tools/invoke` without a tool's name: 400 tells that nothing was asked for before. */
  | 'tools_bare'
  /** The same with a credential that is wrong; the only wrong one of a run. */
  | 'tools_wrong'
  /** The same with headers that only a proxy has a right to set. */
  | 'tools_forwarded'
  /** The same as a browser sends it for a page of another site, whose name leads here. */
  | 'tools_website'
  /** `{}` has no messages: refused as such where no credential is asked for. */
  | 'chat_bare'
  | 'responses_bare'
  /** `{}` has no text for the agent: refused as such where no token is asked for. */
  | 'hooks_bare'
  /** A page, for its security headers. */
  | 'control_ui'
  /** The status of browser control, which changes nothing. */
  | 'browser_control';

type Credential = 'none' | 'own' | 'wrong';

/** One request before it is sent: nothing in it is secret. */
export interface PlannedRequest {
  readonly id: RequestId;
  readonly transport: 'websocket' | 'http' | 'tls';
  readonly method: 'GET' | 'POST' | 'TLS';
  /** Where to, as it is shown. */
  readonly url: string;
  readonly credential: Credential;
  readonly headers: { readonly [name: string]: string };
}

/** What decides which questions there are. */
export interface Surroundings {
  /** `ws:` or `wss:` address of the gateway, without anything secret. */
  readonly gateway: string;
  /** Whether it is on this host. */
  readonly loopback: boolean;
  /** Whether a credential is configured: without one there is none to get wrong. */
  readonly hasCredential: boolean;
  /** `gateway.controlUi.basePath`. */
  readonly controlUiPath: string;
  /** `hooks.path`; undefined when webhooks are off. */
  readonly hooksPath: string | undefined;
  /** Undefined when browser control is off. */
  readonly browserControlPort: number | undefined;
  /** Of trusted-proxy authentication: the header that names the user, and a user it lets in. */
  readonly proxyUser: { readonly header: string; readonly user: string } | undefined;
}

const FOREIGN = 'openclaw-security.invalid';
const HEADER_NAME = /^[A-Za-z0-9-]{1,100}$/;
const HEADER_VALUE = /^[\x21-\x7e]{1,200}$/;

/** Everything that will be sent, in order. Pure: `--dry-run` prints it. */
export function planRequests(about: Surroundings): readonly PlannedRequest[] {
  const socket = about.gateway;
  const base = socket.replace(/^ws/, 'http').replace(/\/$/, '');
  const port = new URL(socket).port;
  const rebound = port === '' ? FOREIGN : `${FOREIGN}:${port}`;
  const scheme = socket.startsWith('wss:') ? 'https' : 'http';
  const open = (id: RequestId, credential: Credential, headers = {}): PlannedRequest => ({
    ...{ id, transport: 'websocket', method: 'GET', url: socket, credential, headers },
  });
  const post = (id: RequestId, path: string, headers = {}): PlannedRequest => ({
    ...{ id, transport: 'http', method: 'POST', url: base + path, credential: 'none', headers },
  });
  const get = (id: RequestId, url: string): PlannedRequest => ({
    ...{ id, transport: 'http', method: 'GET', url, credential: 'none', headers: {} },
  });
  const page = { Host: rebound, Origin: `${scheme}://${rebound}` };
  const tools = '/tools/invoke';
  return [
    open('connect', about.hasCredential ? 'own' : 'none'),
    ...(scheme === 'https'
      ? [{ ...open('tls', 'none'), transport: 'tls' as const, method: 'TLS' as const }]
      : []),
    ...(about.hasCredential ? [open('connect_bare', 'none')] : []),
    open('origin_foreign', 'none', { Origin: `https://${FOREIGN}` }),
    open('origin_rebound', 'none', page),
    post('tools_bare', tools),
    ...(about.hasCredential
      ? [{ ...post('tools_wrong', tools), credential: 'wrong' as const }]
      : []),
    post('tools_forwarded', tools, forwarded(about.proxyUser)),
    post('tools_website', tools, page),
    post('chat_bare', '/v1/chat/completions'),
    post('responses_bare', '/v1/responses'),
    ...(about.hooksPath === undefined ? [] : [post('hooks_bare', `${about.hooksPath}/agent`)]),
    get('control_ui', `${base}${about.controlUiPath}/`),
    ...(about.loopback && about.browserControlPort !== undefined
      ? [get('browser_control', `http://127.0.0.1:${about.browserControlPort}/`)]
      : []),
  ];
}

function forwarded(proxyUser: Surroundings['proxyUser']): { readonly [name: string]: string } {
  const headers = { 'X-Forwarded-For': '127.0.0.1', 'X-Real-IP': '127.0.0.1' };
  if (!proxyUser) return headers;
  const { header, user } = proxyUser;
  if (!HEADER_NAME.test(header) || !HEADER_VALUE.test(user)) return headers;
  return { ...headers, 'X-Forwarded-Proto': 'https', [header]: user };
}
