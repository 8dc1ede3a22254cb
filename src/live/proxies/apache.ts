import { type FoundRoute, headerNames, localPort } from './route.ts';

const PASS =
  /^\s*(?:ProxyPass(?:Match)?\s+\S{1,500}\s+|RewriteRule\s+\S{1,500}\s+)(["']?\S{1,500})/i;
const HEADER = /^\s*RequestHeader\s+(set|unset|add|append|merge|edit\*?)\s+"?([\w-]{1,100})"?/i;

/**
 * `ProxyPass` rules. Apache adds the client's address to the `X-Forwarded-For` that the client
 * sent, and passes `X-Real-IP` on, unless `RequestHeader` sets or removes them before.
 */
export function findApacheRoutes(text: string): readonly FoundRoute[] {
  const lines = text.split('\n');
  const replaced = new Set<string>();
  for (const line of lines) {
    const [, action = '', name = ''] = HEADER.exec(line) ?? [];
    if (/^(?:set|unset)$/i.test(action)) replaced.add(name.toLowerCase());
  }
  const keepsHost = lines.some((line) => /^\s*ProxyPreserveHost\s+on\b/i.test(line));
  return lines.flatMap((line, index) => {
    const target = PASS.exec(line)?.[1];
    const port = target === undefined ? undefined : localPort(` ${target}`);
    if (port === undefined) return [];
    return [
      {
        port,
        line: index + 1,
        forwardedFor: replaced.has('x-forwarded-for') ? 'overwritten' : 'appended',
        realIp: replaced.has('x-real-ip') ? 'overwritten' : 'passed',
        host: keepsHost ? 'client' : 'upstream',
        overwritten: headerNames(replaced),
      },
    ];
  });
}
