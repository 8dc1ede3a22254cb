// Start-up: a run needs the logic of every check but the words of a few. The plugin takes words,
// examples and departures out of the bundled checks; texts become one JSON file a language.
import { parseAst } from 'rolldown/parseAst';

const DROPPED = new Set(['text', 'examples', 'departures', 'refs']);
const isCheck = (id) => /[\\/]src[\\/]checks[\\/][^\\/]+[\\/]/.test(id);

/** The object given to `defineCheck` in a module's default export, if it has one. */
function definition(code) {
  if (!code.includes('export default defineCheck(')) return undefined;
  const exported = parseAst(code, { lang: 'ts' }).body.find(
    (node) => node.type === 'ExportDefaultDeclaration',
  );
  return exported?.declaration?.arguments?.[0];
}

function withoutProperties(code, object) {
  let result = '';
  let from = 0;
  for (const property of object.properties) {
    if (!DROPPED.has(property.key?.name)) continue;
    result += code.slice(from, property.start);
    from = property.end + (/^\s*,/.exec(code.slice(property.end))?.[0].length ?? 0);
  }
  return result + code.slice(from);
}

/** Names that a piece of syntax mentions, other than as the keys of objects. */
function namesIn(node, found = new Set()) {
  if (Array.isArray(node)) for (const item of node) namesIn(item, found);
  else if (node !== null && typeof node === 'object') {
    if (node.type === 'Identifier') found.add(node.name);
    for (const [key, child] of Object.entries(node))
      if (key !== 'key' || node.computed || node.shorthand) namesIn(child, found);
  }
  return found;
}

/** What only examples were made of would be worked out in every run: checks have nothing else there. */
function withoutUnused(code) {
  const { body } = parseAst(code, { lang: 'ts' });
  const unused = body.find(
    (statement) =>
      (statement.type === 'VariableDeclaration' || statement.type === 'FunctionDeclaration') &&
      !body.some((other) => other !== statement && mentions(other, declaredBy(statement))),
  );
  if (!unused) return code;
  return withoutUnused(code.slice(0, unused.start) + code.slice(unused.end));
}

const declaredBy = (statement) =>
  statement.id ? [statement.id.name] : statement.declarations.flatMap(({ id }) => [...namesIn(id)]);

function mentions(statement, names) {
  const found = namesIn(statement);
  return names.some((name) => found.has(name));
}

const familyOf = (checkId) => checkId.split('.')[0];

const READ_TEXTS = `
import { readFileSync } from 'node:fs';
const known = {};
export function textsOf(checkId, lang) {
  const path = import.meta.dirname + '/texts/' + lang + '/' + checkId.split('.')[0] + '.json';
  known[path] ??= JSON.parse(readFileSync(path, 'utf8'));
  return known[path][checkId] ?? { title: checkId, why: '' };
}
`;

export function checkTexts(checks) {
  return {
    name: 'check-texts',
    load(id) {
      return /[\\/]report[\\/]check-texts\.ts$/.test(id)
        ? { code: READ_TEXTS, moduleType: 'js' }
        : null;
    },
    transform(code, id) {
      const object = isCheck(id) ? definition(code) : undefined;
      return object ? { code: withoutUnused(withoutProperties(code, object)) } : null;
    },
    generateBundle(_, bundle) {
      for (const lang of ['en', 'ko'])
        for (const family of new Set(checks.map((check) => familyOf(check.id)))) {
          const own = checks.filter((check) => familyOf(check.id) === family);
          const source = JSON.stringify(
            Object.fromEntries(own.map((check) => [check.id, check.text[lang]])),
          );
          this.emitFile({ type: 'asset', fileName: `texts/${lang}/${family}.json`, source });
        }
      // A file without wide characters is kept as one byte a character, and read twice as fast.
      for (const chunk of Object.values(bundle))
        if (chunk.type === 'chunk')
          chunk.code = chunk.code.replace(
            /[^\0-\x7f]/g,
            (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
          );
    },
  };
}
