import { type Directive, parseBlocks } from './blocks.ts';
import { type FoundRoute, localPort } from './route.ts';

/**
 * `reverse_proxy` rules of a Caddyfile. Caddy sets `X-Forwarded-For` anew, unless it is told to
 * trust whoever connects; it knows nothing of `X-Real-IP` and passes it on.
 */
export function findCaddyRoutes(text: string): readonly FoundRoute[] {
  const root = parseBlocks(text, '\n');
  const trustsAll = /^\s*trusted_proxies\b[^\n#]{0,300}(?:0\.0\.0\.0\/0|::\/0)/m.test(text);
  const routes: FoundRoute[] = [];
  const walk = (block: readonly Directive[]) => {
    for (const { words, line, block: inner = [] } of block) {
      if (words[0] === 'reverse_proxy') {
        const targets = [...words.slice(1), ...inner.flatMap(upstreamOf)];
        const ports = targets.map(portOf).filter((port) => port !== undefined);
        for (const port of new Set(ports))
          routes.push({ port, line, ...headersOf(inner, trustsAll) });
      } else walk(inner);
    }
  };
  walk(root);
  return routes;
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
): Pick<FoundRoute, 'forwardedFor' | 'realIp'> {
  const up = (header: string) =>
    block.find(
      ({ words }) =>
        words[0] === 'header_up' && (words[1] ?? '').toLowerCase().replace(/^-/, '') === header,
    );
  const fromClient = (directive: Directive | undefined) =>
    directive?.words[2]?.includes('{header.') ||
    directive?.words[2]?.includes('{http.request.header.');
  const forwarded = up('x-forwarded-for');
  const added = block.some(
    ({ words }) => words[0] === 'header_up' && /^\+x-forwarded-for$/i.test(words[1] ?? ''),
  );
  const realIp = up('x-real-ip');
  const passes = fromClient(forwarded) || (forwarded === undefined && trustsAll && !added);
  return {
    forwardedFor: passes ? 'passed' : 'overwritten',
    realIp: realIp === undefined || fromClient(realIp) ? 'passed' : 'overwritten',
  };
}
