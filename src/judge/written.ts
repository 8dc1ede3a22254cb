import type { Argument } from '../checks/define.ts';
import { originOf } from '../config/origin.ts';
import type { ConfigSnapshot } from '../config/tree.ts';
import { formatRoute, type Route } from '../document/route.ts';

/** Settings by the names they are written under, where these are not the ones that checks know. */
export interface Written {
  route(route: Route): Route;
  arg(value: Argument): Argument;
}

const LIST = 'agents.list[';
const LISTED = /\bagents\.list\[(\d+)\]/g;

/** Agents that are written as `agents.entries.<id>` are a list to the checks: here they get their names back. */
export function writtenNames(config: ConfigSnapshot | undefined): Written {
  const entryOf = (index: number): Route | undefined => {
    const key = config && originOf(config.origins, ['agents', 'list', index]).route.at(-1);
    return typeof key === 'string' ? ['agents', 'entries', key] : undefined;
  };
  const text = (value: string) => {
    if (!value.includes(LIST)) return value;
    return value.replace(LISTED, (listed, index: string) => {
      const entry = entryOf(Number(index));
      return entry ? formatRoute(entry) : listed;
    });
  };
  return {
    route: (route) => {
      const [first, second, index, ...rest] = route;
      const entry =
        first === 'agents' && second === 'list' && typeof index === 'number'
          ? entryOf(index)
          : undefined;
      return entry ? [...entry, ...rest] : route;
    },
    arg: (value) => {
      if (typeof value === 'string') return text(value);
      return Array.isArray(value)
        ? value.map((item) => (typeof item === 'string' ? text(item) : item))
        : value;
    },
  };
}
