import { type Directive, parseBlocks } from './blocks.ts';
import { type FoundRoute, headerNames, localPort } from './route.ts';

const MAX_IMPORTS = 200;

/**
 * `reverse_proxy` rules of a Caddyfile, those in snippets where they are imported. Caddy sets
 * `X-Forwarded-For` anew, unless it is told to trust whoever connects; it knows nothing of
 * `X-Real-IP` and passes it on, and `Host` too, which is one of the names of the site.
 */
export function findCaddyRoutes(text: string): readonly FoundRoute[] {
  const root = withSnippets(parseBlocks(text, '\n'));
  const trustsAll = /^\s*trusted_proxies\b[^\n#]{0,300}(?:0\.0\.0\.0\/0|::\/0)/m.test(text);
  const routes: FoundRoute[] = [];
  const walk = (block: readonly Directive[], site: Site) => {
    for (const { words, line, block: inner = [] } of block) {
      if (words[0] === 'reverse_proxy') {
        const targets = [...words.slice(1), ...inner.flatMap(upstreamOf)];
        const ports = targets.map(portOf).filter((port) => port !== undefined);
        for (const port of new Set(ports))
          routes.push({ port, line, ...headersOf(inner, trustsAll, site) });
      } else walk(inner, site);
    }
  };
  // A file of one site may do without braces; its first line is then the name.
  const bare = siteOf(root[0]?.words ?? [], root);
  for (const directive of root) {
    const { words, block } = directive;
    if (block && words[0] !== 'reverse_proxy') walk(block, siteOf(words, block));
    else walk([directive], bare);
  }
  return routes;
}

/** What holds for all rules of a site. */
interface Site {
  /** Whether it is for certain names only. */
  readonly listed: boolean;
  /** Headers that are set or removed before a rule is reached. */
  readonly set: readonly string[];
}

function siteOf(words: readonly string[], block: readonly Directive[]): Site {
  const labels = words.flatMap((word) => word.split(',')).filter((label) => label !== '');
  const isName = (label: string) => /^(?:https?:\/\/)?(?:\*\.)?[\w-]+(?:\.[\w-]+)*/.test(label);
  const isScheme = (label: string) => /^https?:\/\/(?::|\*?$|\/)/.test(label);
  return {
    listed: labels.length > 0 && labels.every((label) => isName(label) && !isScheme(label)),
    set: setBefore(block),
  };
}

/** By `request_header` and by the answer of whom `forward_auth` asks. */
function setBefore(block: readonly Directive[]): readonly string[] {
  return block.flatMap(({ words, block: inner = [] }) => {
    const [name, ...args] = words;
    if (name === 'request_header') {
      const header = args.find((word) => !/^[*@/]/.test(word)) ?? '';
      return header.startsWith('+') ? [] : [header.replace(/^-/, '')];
    }
    if (name === 'copy_headers')
      return [...args, ...inner.flatMap((item) => item.words)].map(
        (it) => it.split('>').at(-1) ?? '',
      );
    return setBefore(inner);
  });
}

/** `import name` stands for what `(name) { … }` holds. */
function withSnippets(root: readonly Directive[]): readonly Directive[] {
  const isSnippet = ({ words }: Directive) => /^\(.+\)$/.test(words[0] ?? '');
  const snippets = new Map(
    root.filter(isSnippet).map(({ words, block }) => [words[0]?.slice(1, -1), block ?? []]),
  );
  let left = MAX_IMPORTS;
  const expand = (block: readonly Directive[], depth: number): readonly Directive[] =>
    block.flatMap((directive) => {
      const [name, snippet] = directive.words;
      const found = name === 'import' ? snippets.get(snippet) : undefined;
      if (found && depth > 0 && left > 0) {
        left -= 1;
        return expand(found, depth - 1);
      }
      const { block: inner } = directive;
      return [inner ? { ...directive, block: expand(inner, depth) } : directive];
    });
  return expand(
    root.filter((directive) => !isSnippet(directive)),
    3,
  );
}

const upstreamOf = ({ words }: Directive): readonly string[] =>
  words[0] === 'to' ? words.slice(1) : [];

/** `:18789` is this host too. */
function portOf(target: string): number | undefined {
  const bare = /^(?:https?:\/\/)?:(\d{1,5})$/.exec(target)?.[1];
  return bare === undefined ? localPort(` ${target}`) : Number(bare);
}

function headersOf(
  block: readonly Directive[],
  trustsAll: boolean,
  site: Site,
): Omit<FoundRoute, 'port' | 'line'> {
  const ups = block
    .filter(({ words }) => words[0] === 'header_up')
    .map(({ words: [, name = '', value = ''] }) => ({ name: name.toLowerCase(), value }));
  const up = (header: string) => ups.find(({ name }) => name.replace(/^-/, '') === header);
  const fromClient = (value: string) => /\{(?:http\.request\.)?header\./.test(value);
  const forwarded = up('x-forwarded-for');
  const added = ups.some(({ name }) => name === '+x-forwarded-for');
  const passes = forwarded ? fromClient(forwarded.value) : trustsAll && !added;
  const set = ups.filter(({ name, value }) => !name.startsWith('+') && !fromClient(value));
  const overwritten = headerNames([...site.set, ...set.map(({ name }) => name.replace(/^-/, ''))]);
  return {
    forwardedFor: passes ? 'passed' : 'overwritten',
    realIp: overwritten.includes('x-real-ip') ? 'overwritten' : 'passed',
    host: hostOf(up('host')?.value, site),
    overwritten,
  };
}

function hostOf(value: string | undefined, { listed }: Site): FoundRoute['host'] {
  if (
    value === undefined ||
    /\{(?:http\.request\.)?(?:host|hostport)\}|\{header\.Host\}/i.test(value)
  )
    return listed ? 'listed' : 'client';
  return /upstream/.test(value) || localPort(` ${value}`) !== undefined ? 'upstream' : 'listed';
}
