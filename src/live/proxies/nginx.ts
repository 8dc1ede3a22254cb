import { type Directive, parseBlocks } from './blocks.ts';
import { type FoundRoute, localPort } from './route.ts';

const MAX_HEADERS = 200;

/** `proxy_set_header` of the innermost level that has any: one there hides all of the levels above. */
type Headers = ReadonlyMap<string, string>;

/** Rules that lead to a port of this host, by address or through an `upstream`. */
export function findNginxRoutes(text: string): readonly FoundRoute[] {
  const routes: FoundRoute[] = [];
  const root = parseBlocks(text, ';');
  const upstreams = upstreamsOf(root);
  const walk = (block: readonly Directive[], inherited: Headers) => {
    const own = headersOf(block);
    const headers = own.size > 0 ? own : inherited;
    for (const { words, line, block: inner } of block) {
      const [name = '', target = ''] = words;
      if (name === 'proxy_pass') {
        const host = /^https?:\/\/([^/:]{1,255})/.exec(target)?.[1] ?? '';
        const port = localPort(target) ?? upstreams.get(host);
        if (port !== undefined) routes.push({ port, line, ...meaningOf(headers) });
      }
      if (inner) walk(inner, headers);
    }
  };
  walk(root, new Map());
  return routes;
}

function headersOf(block: readonly Directive[]): Headers {
  const headers = new Map<string, string>();
  for (const { words } of block) {
    const [directive, name = '', value = ''] = words;
    if (directive === 'proxy_set_header' && headers.size < MAX_HEADERS)
      headers.set(name.toLowerCase(), value);
  }
  return headers;
}

function upstreamsOf(block: readonly Directive[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { words, block: inner } of block) {
    if (!inner) continue;
    if (words[0] === 'upstream')
      for (const server of inner) {
        const port = server.words[0] === 'server' ? localPort(` ${server.words[1]}`) : undefined;
        if (port !== undefined) found.set(words[1] ?? '', port);
      }
    else for (const [name, port] of upstreamsOf(inner)) found.set(name, port);
  }
  return found;
}

/** nginx passes on what the client sent, unless it is told otherwise; an empty value removes it. */
function meaningOf(headers: Headers): Pick<FoundRoute, 'forwardedFor' | 'realIp'> {
  const forwarded = headers.get('x-forwarded-for');
  const realIp = headers.get('x-real-ip');
  const fromClient = (value: string) => /\$\{?http_/.test(value);
  const appends = forwarded !== undefined && /\$\{?proxy_add_x_forwarded_for/.test(forwarded);
  return {
    forwardedFor:
      forwarded === undefined || fromClient(forwarded)
        ? 'passed'
        : appends
          ? 'appended'
          : 'overwritten',
    realIp: realIp === undefined || fromClient(realIp) ? 'passed' : 'overwritten',
  };
}
