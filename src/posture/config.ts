import { isSecret, type Secret } from '../config/secret.ts';
import {
  type ConfigObject,
  type ConfigSnapshot,
  type ConfigValue,
  child,
  isObject,
} from '../config/tree.ts';
import type { Route } from '../document/route.ts';
import type { Snapshot } from '../gather/snapshot.ts';
import { MissingPart, need } from './missing.ts';
import type { Place } from './place.ts';

export { type ConfigObject, child, isObject };

/** Reads the canonical config. A value of the wrong type reads as if it were not written. */
export interface ConfigView {
  readonly snapshot: ConfigSnapshot;
  /** The value at a route, own properties only; undefined where nothing is written. */
  get(...route: Route): ConfigValue | undefined;
  /** A string that is not a secret, as written (not trimmed). */
  string(...route: Route): string | undefined;
  /** A string with blanks cut off; undefined when nothing is left. */
  trimmed(...route: Route): string | undefined;
  boolean(...route: Route): boolean | undefined;
  number(...route: Route): number | undefined;
  secret(...route: Route): Secret['$secret'] | undefined;
  object(...route: Route): ConfigObject | undefined;
  /** Items of an array; empty when it is none. */
  items(...route: Route): readonly ConfigValue[];
  /** Items of an array as trimmed text: strings and numbers, blanks dropped. */
  strings(...route: Route): readonly string[];
  /** Own keys of an object, in the order written; empty when it is none. */
  keys(...route: Route): readonly string[];
  /** Whether anything but null is written there. */
  has(...route: Route): boolean;
  at(...route: Route): Place;
}

const ABSENT: ConfigSnapshot = {
  generation: '2026.9',
  files: [],
  tree: {},
  origins: {},
  issues: [],
  envReferences: [],
  missing: true,
  unreadable: false,
};

/** Strings and numbers of a list as trimmed text, blanks dropped. */
export function textItems(value: ConfigValue | undefined): readonly string[] {
  if (!Array.isArray(value)) return [];
  const texts: string[] = [];
  for (const item of value) {
    if (typeof item !== 'string' && typeof item !== 'number') continue;
    const text = String(item).trim();
    if (text) texts.push(text);
  }
  return texts;
}

/** @throws MissingPart when the config could not be read: its settings are unknown, not default. */
export function resolveConfig(snapshot: Snapshot): ConfigView {
  const config = need(snapshot.config, 'config', ABSENT);
  if (config.unreadable) throw new MissingPart('config');
  return configView(config);
}

/** Reads a canonical config, whichever release it is read for. */
export function configView(snapshot: ConfigSnapshot): ConfigView {
  const get = (...route: Route) => {
    let value: ConfigValue | undefined = snapshot.tree;
    for (const step of route) value = child(value, step);
    return value;
  };
  const string = (...route: Route) => {
    const value = get(...route);
    return typeof value === 'string' ? value : undefined;
  };
  const items = (...route: Route) => {
    const value = get(...route);
    return Array.isArray(value) ? (value as readonly ConfigValue[]) : [];
  };
  const object = (...route: Route) => {
    const value = get(...route);
    return isObject(value) ? value : undefined;
  };
  return {
    snapshot,
    get,
    string,
    trimmed: (...route) => string(...route)?.trim() || undefined,
    boolean: (...route) => {
      const value = get(...route);
      return typeof value === 'boolean' ? value : undefined;
    },
    number: (...route) => {
      const value = get(...route);
      return typeof value === 'number' ? value : undefined;
    },
    secret: (...route) => {
      const value = get(...route);
      return isSecret(value) ? value.$secret : undefined;
    },
    object,
    items,
    strings: (...route) => textItems(get(...route)),
    keys: (...route) => Object.keys(object(...route) ?? {}),
    has: (...route) => (get(...route) ?? null) !== null,
    at: (...route) => ({ kind: 'config', route }),
  };
}
