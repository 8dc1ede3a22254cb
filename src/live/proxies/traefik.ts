import { type FoundRoute, localPort } from './route.ts';

/**
 * Servers of a Traefik file, YAML or TOML. Traefik sets both headers anew, unless an entry point is
 * told that whatever connects to it may set them.
 */
export function findTraefikRoutes(text: string): readonly FoundRoute[] {
  const insecure = trustsEveryone(text);
  const headers = {
    forwardedFor: insecure ? 'appended' : 'overwritten',
    realIp: insecure ? 'passed' : 'overwritten',
  } as const;
  return text.split('\n').flatMap((line, index) => {
    if (!/^\s*(?:-\s*)?url\s*[:=]/.test(line)) return [];
    const port = localPort(line);
    return port === undefined ? [] : [{ port, line: index + 1, ...headers }];
  });
}

/** Of Traefik's main file: `forwardedHeaders.insecure`, or every address trusted. */
export function trustsEveryone(text: string): boolean {
  const lines = text.split('\n').filter((line) => !/^\s*#/.test(line));
  const start = lines.findIndex((line) => /\bforwardedHeaders\b/i.test(line));
  if (start < 0) return false;
  return lines
    .slice(start, start + 12)
    .some((line) => /\binsecure\s*[:=]\s*true\b/i.test(line) || /0\.0\.0\.0\/0|"::\/0"/.test(line));
}
