import { originOf } from '../config/origin.ts';
import type { ConfigFile, ConfigSnapshot } from '../config/tree.ts';
import { parseDocument, type Span } from '../document/parse.ts';
import { formatRoute, type Route } from '../document/route.ts';
import type { SpanIndex } from '../document/spans.ts';
import type { Snapshot } from '../gather/snapshot.ts';
import type { Place } from '../posture/place.ts';
import type { Location } from './report.ts';
import { cutSnippet } from './snippet.ts';
import { type Written, writtenNames } from './written.ts';

/** Makes a symbolic place concrete. */
export type Locator = (place: Place) => Location;

/** Parses each config file once, and only when a finding points into it. */
export function createLocator(snapshot: Snapshot): Locator {
  const config = snapshot.config.status === 'ok' ? snapshot.config.value : undefined;
  const written = writtenNames(config);
  const indexes = new Map<ConfigFile, SpanIndex | undefined>();
  const indexOf = (file: ConfigFile): SpanIndex | undefined => {
    if (!indexes.has(file)) indexes.set(file, positionsIn(file));
    return indexes.get(file);
  };
  return (place) => {
    switch (place.kind) {
      case 'file':
        return {
          file: place.path,
          ...(place.line === undefined ? {} : { line: place.line }),
          ...(place.column === undefined ? {} : { column: place.column }),
        };
      case 'env':
        return { file: `env:${place.name}` };
      case 'option':
        return { file: `option:${place.name}` };
      case 'container':
        return { file: `container:${place.name}` };
      case 'config':
        return inConfig(config, snapshot.target.configPath, place.route, indexOf, written);
      case 'source':
        return inSource(config, snapshot.target.configPath, place, indexOf);
    }
  };
}

function positionsIn(file: ConfigFile): SpanIndex | undefined {
  if (file.text === undefined || !file.positions) return undefined;
  const parsed = parseDocument(file.text);
  return parsed.ok ? parsed.index() : undefined;
}

type IndexOf = (file: ConfigFile) => SpanIndex | undefined;

function inConfig(
  config: ConfigSnapshot | undefined,
  configPath: string,
  route: Route,
  indexOf: IndexOf,
  written: Written,
): Location {
  const path = formatRoute(written.route(route));
  const origin = config && originOf(config.origins, route);
  const file = origin && config.files[origin.file];
  if (!file) return { file: configPath, path };
  return { file: file.path, path, ...spanFields(file, indexOf(file)?.nearest(origin.route).span) };
}

function inSource(
  config: ConfigSnapshot | undefined,
  configPath: string,
  place: Extract<Place, { kind: 'source' }>,
  indexOf: IndexOf,
): Location {
  const file = config?.files[place.file];
  const base = {
    file: file?.path ?? configPath,
    ...(place.route.length > 0 ? { path: formatRoute(place.route) } : {}),
  };
  if (place.line !== undefined)
    return { ...base, line: place.line, ...(place.column ? { column: place.column } : {}) };
  if (!file || place.route.length === 0) return base;
  const index = indexOf(file);
  return {
    ...base,
    ...spanFields(file, index?.key(place.route) ?? index?.nearest(place.route).span),
  };
}

function spanFields(file: ConfigFile, span: Span | undefined): Partial<Location> {
  if (!span || file.text === undefined) return {};
  const { start, end, line, column } = span;
  return { line, column, start, end, ...cutSnippet(file.text, span) };
}
