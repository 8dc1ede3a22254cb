import { join, resolve } from 'node:path';
import { type ConfigValue, child, isObject } from '../config/tree.ts';
import type { Route } from '../document/route.ts';
import { expandTilde } from '../locate/home.ts';
import type { Target } from '../locate/target.ts';

/** The settings that tell collectors where to look. Values of a wrong type read as not written. */
export interface Settings {
  /** Trimmed, secrets readable; undefined when blank. Nothing of it may enter the snapshot but paths. */
  text(...route: Route): string | undefined;
  /** Own keys of an object, in the order written. */
  keys(...route: Route): readonly string[];
  /** Items of an array, redacted. */
  items(...route: Route): readonly ConfigValue[];
}

/** Reads the redacted tree for its shape and asks `raw` for texts. */
export function settingsOf(
  tree: ConfigValue,
  raw: (...route: Route) => string | undefined,
): Settings {
  const at = (route: Route) => {
    let value: ConfigValue | undefined = tree;
    for (const step of route) value = child(value, step);
    return value;
  };
  return {
    text: (...route) => raw(...route)?.trim() || undefined,
    keys: (...route) => {
      const value = at(route);
      return isObject(value) ? Object.keys(value) : [];
    },
    items: (...route) => {
      const value = at(route);
      return Array.isArray(value) ? value : [];
    },
  };
}

/** A path as a setting writes it: `~` expanded, relative ones from the working directory. */
export function pathOf(written: string, { home, cwd }: Target): string {
  return resolve(cwd, expandTilde(written, home));
}

/** The workspace OpenClaw gives the default agent when none is set. */
export function defaultWorkspace({ home, profile }: Target): string {
  return join(home, '.openclaw', profile === undefined ? 'workspace' : `workspace-${profile}`);
}
