import { realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { findApacheRoutes } from '../../live/proxies/apache.ts';
import { findCaddyRoutes } from '../../live/proxies/caddy.ts';
import { findNginxRoutes, nginxContext } from '../../live/proxies/nginx.ts';
import type { FoundRoute, ProxyRoute } from '../../live/proxies/route.ts';
import {
  findTraefikHeaders,
  findTraefikRoutes,
  trustsEveryone,
} from '../../live/proxies/traefik.ts';
import { type Collecting, noteFailure, outOfTime } from '../collect.ts';
import { listDirectory } from '../list-directory.ts';
import type { Part } from '../part.ts';
import { readFileBounded } from '../read-file.ts';

const MAX_FILES = 200;
const MAX_FILE_BYTES = 1024 * 1024;
const MAX_TOTAL_BYTES = 8 * 1024 * 1024;
const MAX_ROUTES = 100;

/** What may still be read. */
interface Budget {
  files: number;
  bytes: number;
}

interface Software {
  readonly name: ProxyRoute['software'];
  /** Makes the parser of one file, given the texts of all and a reader of what they include. */
  readonly finder: (
    texts: readonly string[],
    include: (name: string) => string | undefined,
  ) => (text: string) => readonly FoundRoute[];
  /** Files, and directories (which end with a slash) whose files are read. */
  readonly places: readonly string[];
}

const SOFTWARE: readonly Software[] = [
  {
    name: 'nginx',
    finder: (texts, include) => {
      const context = nginxContext(texts, include);
      return (text) => findNginxRoutes(text, context);
    },
    places: ['/etc/nginx', '/usr/local/etc/nginx', '/opt/homebrew/etc/nginx'].flatMap((dir) =>
      ['nginx.conf', 'conf.d/', 'sites-enabled/', 'servers/'].map((name) => `${dir}/${name}`),
    ),
  },
  {
    name: 'caddy',
    finder: () => findCaddyRoutes,
    places: [
      ...['/etc/caddy/Caddyfile', '/etc/caddy/conf.d/', '/etc/caddy/sites-enabled/'],
      ...['/usr/local/etc/Caddyfile', '/opt/homebrew/etc/Caddyfile'],
    ],
  },
  {
    name: 'traefik',
    finder: (texts) => {
      // What one file trusts or sets may be meant for the rules of all others.
      const lax = texts.some(trustsEveryone)
        ? ({ forwardedFor: 'appended', realIp: 'passed' } as const)
        : {};
      const overwritten = [...new Set(texts.flatMap(findTraefikHeaders))];
      return (text) => findTraefikRoutes(text).map((route) => ({ ...route, ...lax, overwritten }));
    },
    places: [
      '/etc/traefik/',
      '/etc/traefik/dynamic/',
      '/etc/traefik/conf.d/',
      '/etc/traefik/conf/',
    ],
  },
  {
    name: 'apache',
    finder: () => findApacheRoutes,
    places: [
      ...['apache2.conf', 'sites-enabled/', 'conf-enabled/'].map((name) => `/etc/apache2/${name}`),
      ...['conf/httpd.conf', 'conf.d/'].map((name) => `/etc/httpd/${name}`),
      ...['/usr/local/etc/httpd/httpd.conf', '/opt/homebrew/etc/httpd/httpd.conf'],
    ],
  },
];

/**
 * Rules of reverse proxies on this host that lead to one of these ports, as far as their files can
 * be read. Files that rules include are read for the headers they set, not for more rules.
 * @param root put before every path
 */
export function gatherProxies(
  run: Collecting,
  ports: readonly number[],
  root = '',
): Part<readonly ProxyRoute[]> {
  if (run.platform === 'win32') return { status: 'failed', reason: 'unsupported' };
  const routes: ProxyRoute[] = [];
  const budget = { files: MAX_FILES, bytes: MAX_TOTAL_BYTES };
  for (const { name, finder, places } of SOFTWARE) {
    const texts = filesOf(run, places, root).flatMap((file) => {
      const text = read(run, file, budget);
      return text === undefined ? [] : { file, text };
    });
    const find = finder(
      texts.map(({ text }) => text),
      readerOfIncludes(run, places, root, budget),
    );
    for (const { file, text } of texts)
      for (const route of find(text))
        if (ports.includes(route.port) && routes.length < MAX_ROUTES)
          routes.push({ ...route, software: name, file });
  }
  return { status: 'ok', value: routes };
}

/** Reads what files include, by a path that starts at the directory of the software's main file. */
function readerOfIncludes(
  run: Collecting,
  places: readonly string[],
  root: string,
  budget: Budget,
): (path: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  const tops = places.filter((place) => !place.endsWith('/')).map((place) => dirname(place));
  return (path) => {
    // A pattern names many files; those that hold rules are read as they stand.
    if (/[*?[\0]/.test(path)) return undefined;
    for (const file of new Set(tops.map((top) => join(root, resolve(top, path))))) {
      if (!known.has(file)) known.set(file, read(run, file, budget));
      const text = known.get(file);
      if (text !== undefined) return text;
    }
    return undefined;
  };
}

/** Each file once, whatever links lead to it. */
function filesOf(run: Collecting, places: readonly string[], root: string): readonly string[] {
  const files = places.flatMap((place) => {
    const path = join(root, place);
    if (!place.endsWith('/')) return [path];
    const listing = listDirectory(path, MAX_FILES);
    if (listing.status === 'failed') noteFailure(run, 'proxies', path, listing);
    if (listing.status !== 'ok') return [];
    const { entries } = listing;
    return entries.filter(({ kind }) => kind !== 'directory').map(({ name }) => join(path, name));
  });
  return [...new Map(files.map((file) => [realOf(file), file])).values()];
}

function realOf(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}

function read(run: Collecting, file: string, budget: Budget): string | undefined {
  if (outOfTime(run, 'proxies', file)) return undefined;
  if (budget.files <= 0 || budget.bytes <= 0) {
    run.skip({ part: 'proxies', reason: 'too_many', subject: file });
    return undefined;
  }
  const found = readFileBounded(file, MAX_FILE_BYTES);
  if (found.status !== 'ok') {
    noteFailure(run, 'proxies', file, found);
    return undefined;
  }
  budget.files -= 1;
  budget.bytes -= found.bytes.length;
  return new TextDecoder().decode(found.bytes);
}
