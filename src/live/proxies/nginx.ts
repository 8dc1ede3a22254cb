import { type Directive, parseBlocks } from './blocks.ts';
import { type FoundRoute, headerNames, localPort } from './route.ts';

const MAX_HEADERS = 200;
const MAX_INCLUDES = 3;

/** `proxy_set_header` of the innermost level that has any: one there hides all of the levels above. */
type Headers = ReadonlyMap<string, string>;

/** What the rules of one file may rest on and that stands in another. */
export interface NginxContext {
  /** What an `include` of one file names: headers are often set there; undefined when not readable. */
  include(name: string): string | undefined;
  readonly upstreams: ReadonlyMap<string, number>;
  /** Headers that are set for all sites. */
  readonly headers: Headers;
}

const ALONE: NginxContext = {
  include: () => undefined,
  upstreams: new Map(),
  headers: new Map(),
};

/** The context that all files of one nginx make for each other. */
export function nginxContext(
  texts: readonly string[],
  include: NginxContext['include'],
): NginxContext {
  const upstreams = new Map<string, number>();
  const headers = new Map<string, string>();
  for (const text of texts) {
    const root = parseBlocks(text, ';');
    for (const upstream of upstreamsOf(root)) upstreams.set(...upstream);
    const http = root.flatMap(({ words, block = [] }) => (words[0] === 'http' ? block : []));
    for (const header of headersOf([...root, ...http], () => undefined)) headers.set(...header);
  }
  return { include, upstreams, headers };
}

/** Rules that lead to a port of this host, by address or through an `upstream`. */
export function findNginxRoutes(text: string, context = ALONE): readonly FoundRoute[] {
  const routes: FoundRoute[] = [];
  const root = parseBlocks(text, ';');
  const upstreams = new Map([...context.upstreams, ...upstreamsOf(root)]);
  const walk = (block: readonly Directive[], inherited: Headers) => {
    const own = headersOf(block, context.include);
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
  walk(root, context.headers);
  return routes;
}

function headersOf(
  block: readonly Directive[],
  include: NginxContext['include'],
  depth = 0,
): Headers {
  const headers = new Map<string, string>();
  for (const { words } of block) {
    const [directive, name = '', value = ''] = words;
    if (headers.size >= MAX_HEADERS) break;
    if (directive === 'proxy_set_header') headers.set(name.toLowerCase(), value);
    if (directive !== 'include' || depth >= MAX_INCLUDES) continue;
    const included = parseBlocks(include(name) ?? '', ';');
    for (const header of headersOf(included, include, depth + 1)) headers.set(...header);
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
function meaningOf(headers: Headers): Omit<FoundRoute, 'port' | 'line'> {
  const forwarded = headers.get('x-forwarded-for');
  const fromClient = (value: string) => /\$\{?http_/.test(value);
  const appends = forwarded !== undefined && /\$\{?proxy_add_x_forwarded_for/.test(forwarded);
  const passes = forwarded === undefined || fromClient(forwarded);
  const set = [...headers].filter(([, value]) => !fromClient(value));
  const overwritten = headerNames(set.map(([name]) => name));
  return {
    forwardedFor: passes ? 'passed' : appends ? 'appended' : 'overwritten',
    realIp: overwritten.includes('x-real-ip') ? 'overwritten' : 'passed',
    host: hostOf(headers.get('host')),
    overwritten,
  };
}

/** A rule without a word about it sends the address that it leads to. */
function hostOf(value = '$proxy_host'): FoundRoute['host'] {
  if (/\$\{?(?:http_host|host)\b/.test(value)) return 'client';
  const isAddress = /\$\{?proxy_host\b/.test(value) || localPort(` ${value}`) !== undefined;
  return isAddress ? 'upstream' : 'listed';
}
