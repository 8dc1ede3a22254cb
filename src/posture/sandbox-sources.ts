import type { Route } from '../document/route.ts';
import { formatRoute } from '../document/route.ts';
import { type ConfigObject, child, isObject } from './config.ts';
import { normalizePath } from './posix-path.ts';
import type { Posture } from './posture.ts';

/** A place of the config that writes sandbox container settings. */
export interface ContainerSource {
  readonly path: string;
  readonly route: Route;
  readonly value: ConfigObject;
  /** 0 for the defaults, then one number an agent. */
  readonly subject: number;
}

/** A host directory or file that is mounted into a container. */
export interface Bind {
  readonly text: string;
  /** The host part, as written. */
  readonly source: string;
  readonly route: Route;
  /** Absolute and normalised; undefined for relative paths and named volumes. */
  readonly host: string | undefined;
}

/** Where `sandbox.docker` or `sandbox.browser` is written: the defaults, then each agent. */
export function containerSources(
  { config, agents }: Pick<Posture, 'config' | 'agents'>,
  key: 'docker' | 'browser',
): readonly ContainerSource[] {
  const sources: ContainerSource[] = [];
  const routes: Route[] = [['agents', 'defaults', 'sandbox', key]];
  for (const { index } of agents.list) {
    if (index !== undefined) routes.push(['agents', 'list', index, 'sandbox', key]);
  }
  for (const [subject, route] of routes.entries()) {
    const value = config.get(...route);
    if (isObject(value)) sources.push({ path: formatRoute(route), route, value, subject });
  }
  return sources;
}

/** `/a:/b:ro` is of `/a`; the colon of a Windows drive separates nothing. */
function hostPart(bind: string): string {
  const from = /^[a-z]:[\\/]/i.test(bind) ? 2 : 0;
  const colon = bind.indexOf(':', from);
  return (colon < 0 ? bind : bind.slice(0, colon)).trim();
}

/** The mounts that are written there; blanks and what is no text are left out. */
export function bindsOf(source: ContainerSource): readonly Bind[] {
  const binds = child(source.value, 'binds');
  if (!Array.isArray(binds)) return [];
  return binds.flatMap((written, index) => {
    const text = typeof written === 'string' ? written.trim() : '';
    if (!text) return [];
    const host = hostPart(text);
    const absolute = host.startsWith('/') ? normalizePath(host) : undefined;
    return [{ text, source: host, route: [...source.route, 'binds', index], host: absolute }];
  });
}
