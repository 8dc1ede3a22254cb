import { type FoundRoute, headerNames, localPort } from './route.ts';

/**
 * Servers of a Traefik file, YAML or TOML. Traefik sets both headers anew, unless an entry point is
 * told that whatever connects to it may set them. `Host` is passed on, and one of those that the
 * rules of the routers list, unless a rule lists none.
 */
export function findTraefikRoutes(text: string): readonly FoundRoute[] {
  const insecure = trustsEveryone(text);
  const headers = {
    forwardedFor: insecure ? 'appended' : 'overwritten',
    realIp: insecure ? 'passed' : 'overwritten',
    host: hostOf(linesOf(text)),
    overwritten: findTraefikHeaders(text),
  } as const;
  return text.split('\n').flatMap((line, index) => {
    if (!/^\s*(?:-\s*)?url\s*[:=]/.test(line)) return [];
    const port = localPort(line);
    return port === undefined ? [] : [{ port, line: index + 1, ...headers }];
  });
}

const linesOf = (text: string) => text.split('\n').filter((line) => !/^\s*#/.test(line));

function hostOf(lines: readonly string[]): FoundRoute['host'] {
  if (lines.some((line) => /\bpassHostHeader\s*[:=]\s*false\b/i.test(line))) return 'upstream';
  const rules = lines.filter((line) => /^\s*"?rule"?\s*[:=]/i.test(line));
  const listed = rules.length > 0 && rules.every((line) => /\bHost\(/.test(line));
  return listed ? 'listed' : 'client';
}

const SETS = /\b(customRequestHeaders|authResponseHeaders|headerField)\b\s*(?:[:=]\s*)?(.*)$/i;

/** Headers that middlewares set: what follows the setting on its line, and in lines further in. */
export function findTraefikHeaders(text: string): readonly string[] {
  const names: string[] = [];
  let inside: number | undefined;
  for (const line of linesOf(text)) {
    const depth = line.search(/\S/);
    if (depth < 0) continue;
    const [, , rest] = SETS.exec(line) ?? [];
    if (rest !== undefined) inside = /^\]?\s*$/.test(rest) || isOpen(rest) ? depth : undefined;
    else if (inside !== undefined && !isWithin(line, depth, inside)) inside = undefined;
    if (rest !== undefined || inside !== undefined) names.push(...namesIn(rest ?? line));
  }
  return headerNames(names);
}

/** A list that ends on a later line. */
const isOpen = (rest: string) => rest.includes('[') && !rest.includes(']');

/** Deeper, an item of a list, or in TOML a key of the table. */
const isWithin = (line: string, depth: number, above: number) =>
  depth > above || /^\s*-/.test(line) || (depth === above && /^\s*[\w"-]+\s*=/.test(line));

/** `[X-User, "X-Role"]`, `- X-User`, `X-User: ""`, `X-User = ""`. */
function namesIn(text: string): readonly string[] {
  const key = /^\s*(?:-\s*)?["']?([\w-]{1,100})["']?\s*(?:[:=]|$)/.exec(text)?.[1];
  const listed = [
    ...text.slice(0, 2000).matchAll(/["']?([A-Za-z][\w-]{1,100})["']?\s*(?=[,\]]|$)/g),
  ];
  return [...(key === undefined ? [] : [key]), ...listed.map(([, name = '']) => name)];
}

/** Of Traefik's main file: `forwardedHeaders.insecure`, or every address trusted. */
export function trustsEveryone(text: string): boolean {
  const lines = linesOf(text);
  const start = lines.findIndex((line) => /\bforwardedHeaders\b/i.test(line));
  if (start < 0) return false;
  return lines
    .slice(start, start + 12)
    .some((line) => /\binsecure\s*[:=]\s*true\b/i.test(line) || /0\.0\.0\.0\/0|"::\/0"/.test(line));
}
