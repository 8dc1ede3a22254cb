import type { Node } from '../javascript/node.ts';
import { type Context, identifier, kid, make, nameIn, nothing } from './context.ts';
import type { Raw } from './raw.ts';

type Lower = (raw: Raw, context: Context) => Node;

/** A function; `self` is taken from the parameters of a method. */
export function lowerFunction(
  raw: Raw,
  context: Context,
  lower: Lower,
  { method = false }: { readonly method?: boolean } = {},
): Node {
  const list = kid(raw, 'parameters') ?? kid(raw, 'lambda_parameters');
  const given = list?.kids ?? [];
  const [first] = method ? given : [];
  const self = first?.type === 'identifier' ? nameIn(context, first) : context.self;
  const inner: Context = {
    text: context.text,
    self,
    outer: new Set(),
    maybe: false,
    nesting: context.nesting,
  };
  const params = given
    .slice(self !== context.self && method ? 1 : 0)
    .flatMap((part): readonly Node[] => parameter(part, inner, context, lower));
  const body = raw.kids.at(-1);
  const lowered = body && body !== list ? lower(body, inner) : nothing(raw);
  const type = raw.type === 'lambda' ? 'ArrowFunctionExpression' : 'FunctionExpression';
  return make(type, raw, { params, body: lowered });
}

function parameter(raw: Raw, inner: Context, outer: Context, lower: Lower): readonly Node[] {
  const [name, ...rest] = raw.kids;
  const at = (part: Raw) => identifier(nameIn(inner, part), part);
  switch (raw.type) {
    case 'identifier':
      return [at(raw)];
    case 'default_parameter':
    case 'typed_default_parameter': {
      const value = rest.at(-1);
      if (!name || !value) return [];
      return [make('AssignmentPattern', raw, { left: at(name), right: lower(value, outer) })];
    }
    case 'typed_parameter':
      return name ? parameter(name, inner, outer, lower) : [];
    case 'list_splat_pattern':
    case 'dictionary_splat_pattern': {
      const named = raw.type === 'dictionary_splat_pattern';
      return name ? [make('RestElement', raw, { argument: at(name), named })] : [];
    }
    default:
      return [];
  }
}
