import type { Node } from '../javascript/node.ts';
import { type Context, make, nameIn } from './context.ts';
import type { Raw } from './raw.ts';

/** `import a.b as c, d`. */
export function lowerImport(raw: Raw, context: Context): Node {
  const body = raw.kids.map((part) => {
    const { module, alias } = named(part, context);
    return make('PyImport', part, { module, alias });
  });
  return make('Suite', raw, { body });
}

/** `from .a import b as c, d` and `from a import *`. */
export function lowerImportFrom(raw: Raw, context: Context): Node {
  const [from, ...names] = raw.kids;
  const module = from ? plain(from, context) : '';
  const body = names.map((part) => {
    if (part.type === 'wildcard_import') return make('PyImportAll', part, { module });
    const { module: name, alias } = named(part, context);
    return make('PyImportFrom', part, { module, name, alias: alias ?? name });
  });
  return make('Suite', raw, { body });
}

function named(raw: Raw, context: Context) {
  const [name, alias] = raw.kids;
  if (raw.type !== 'aliased_import' || !name)
    return { module: plain(raw, context), alias: undefined };
  return { module: plain(name, context), alias: alias ? plain(alias, context) : undefined };
}

/** A dotted name without the spaces that may stand in it. */
function plain(raw: Raw, context: Context): string {
  return nameIn(context, raw).replaceAll(/\s/g, '');
}
