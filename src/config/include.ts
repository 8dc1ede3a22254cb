import { isJsonObject } from '../document/json-object.ts';
import type { JsonValue, Route } from '../document/parse.ts';
import { type ConfigNode, mergeNodes } from './node.ts';
import { directoryOf, isInside, resolveFrom } from './paths.ts';
import { isJsonList } from './schema-values.ts';
import { parseSource, type ReadOutcome, type SourceFile } from './source.ts';
import type { ConfigIssue } from './tree.ts';

export interface IncludeInput {
  readonly read: (path: string) => ReadOutcome;
  readonly realpath: (path: string) => string | undefined;
  /** Directories that may be included from, beside that of the root file. */
  readonly roots?: readonly string[];
}

export interface Included {
  readonly root: ConfigNode;
  readonly issues: readonly ConfigIssue[];
  /** The root file, then includes in the order read; each once. */
  readonly files: readonly SourceFile[];
  /** Includes that exist, readable or not. */
  readonly includePaths: readonly string[];
}

const MAX_LEVELS = 10;
const MAX_INCLUDES = 256;
const MAX_BYTES = 8_000_000;
const MAX_DEPTH = 256;
const MAX_ISSUES = 200;

/** Where the walk stands: in which file, at which route of it, and where that lands in the config. */
interface Position {
  readonly file: number;
  readonly route: Route;
  readonly mount: Route;
  /** Files being read, the root first: meeting one again would never end. */
  readonly chain: readonly string[];
}

type Problem =
  | 'missing'
  | 'cycle'
  | 'too_deep'
  | 'escapes'
  | 'unreadable'
  | 'syntax'
  | 'bad_value'
  | 'not_an_object'
  | 'too_many';
type Loaded = { readonly file: number; readonly value: JsonValue };

/** What kind of JSON value this is, as people call it. */
export function typeName(value: JsonValue): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** Follows every `$include` of the root file; what cannot be included is an issue and is left out. */
export function resolveIncludes(
  rootFile: SourceFile,
  value: JsonValue,
  input: IncludeInput,
): Included {
  const home = directoryOf(rootFile.path);
  const allowed = [home, ...(input.roots ?? [])];
  const reallyAllowed = allowed.map((root) => input.realpath(root) ?? root);
  const files: SourceFile[] = [rootFile];
  const issues: ConfigIssue[] = [];
  const paths = new Set<string>();
  const loaded = new Map<string, Loaded | Problem>();
  const sizes = new Map<string, number>();
  let count = 0;
  let bytes = 0;

  const report = (
    { file, route }: Position,
    problem: Problem,
    args: ConfigIssue['args'],
    code: ConfigIssue['code'] = 'include',
  ) => {
    if (issues.length < MAX_ISSUES) issues.push({ code, file, route, problem, args });
  };

  const load = (path: string): Loaded | Problem => {
    const outcome = input.read(path);
    if (outcome.status === 'missing') return 'missing';
    paths.add(path);
    if (outcome.status === 'failed') return 'unreadable';
    sizes.set(path, outcome.bytes.length);
    const file = files.length;
    const parsed = parseSource(path, outcome.bytes, file);
    files.push(parsed.source);
    issues.push(...parsed.issues);
    const { document } = parsed.source;
    return document.ok ? { file, value: document.value } : 'syntax';
  };

  const include = (written: JsonValue, at: Position): ConfigNode | undefined => {
    const fail = (problem: Problem, path: string) => {
      report(at, problem, { path });
      return undefined;
    };
    if (typeof written !== 'string' || !written.trim() || written.includes('\0')) {
      return fail('bad_value', typeName(written));
    }
    const path = resolveFrom(directoryOf(at.chain.at(-1) ?? rootFile.path), written);
    if (!allowed.some((root) => isInside(root, path))) return fail('escapes', written);
    const real = input.realpath(path);
    if (real !== undefined && !reallyAllowed.some((root) => isInside(root, real)))
      return fail('escapes', written);
    if (at.chain.includes(path)) return fail('cycle', written);
    if (at.chain.length > MAX_LEVELS) return fail('too_deep', written);
    count += 1;
    if (count > MAX_INCLUDES || bytes > MAX_BYTES) return fail('too_many', written);
    const found = loaded.get(path) ?? load(path);
    loaded.set(path, found);
    if (typeof found === 'string') return fail(found, written);
    bytes += sizes.get(path) ?? 0;
    files[found.file]?.mounts.push(at.mount);
    return build(found.value, {
      file: found.file,
      route: [],
      mount: at.mount,
      chain: [...at.chain, path],
    });
  };

  const build = (value: JsonValue, at: Position): ConfigNode => {
    const place = { file: at.file, route: at.route };
    if (typeof value !== 'object' || value === null) return { kind: 'scalar', value, at: place };
    if (at.mount.length >= MAX_DEPTH) {
      report(at, 'too_deep', { limit: MAX_DEPTH }, 'too_deep');
      return { kind: 'scalar', value: null, at: place };
    }
    const below = (step: string | number): Position => ({
      ...at,
      route: [...at.route, step],
      mount: [...at.mount, step],
    });
    if (isJsonList(value)) {
      const items = value.map((item, index) => build(item, below(index)));
      return { kind: 'array', items, at: place };
    }
    if (!isJsonObject(value)) return { kind: 'scalar', value: null, at: place };
    const members = new Map<string, ConfigNode>();
    for (const key of Object.keys(value)) {
      if (key !== '$include') members.set(key, build(value[key] ?? null, below(key)));
    }
    const own: ConfigNode = { kind: 'object', members, at: place };
    if (!Object.hasOwn(value, '$include')) return own;
    return mergeIncludes(value.$include ?? null, own, at);
  };

  const mergeIncludes = (written: JsonValue, own: ConfigNode, at: Position): ConfigNode => {
    const position = { ...at, route: [...at.route, '$include'] };
    const list = isJsonList(written) ? written : undefined;
    const parts = list
      ? list.map((item, index) => include(item, { ...position, route: [...position.route, index] }))
      : [include(written, position)];
    const base = parts.reduce<ConfigNode | undefined>(
      (merged, part) => (merged && part ? mergeNodes(merged, part) : (part ?? merged)),
      undefined,
    );
    const alone = own.kind === 'object' && own.members.size === 0;
    if (!base || (alone && (list === undefined || base.kind === 'object'))) return base ?? own;
    if (base.kind !== 'object') {
      report(position, 'not_an_object', { path: base.kind });
      return own;
    }
    return mergeNodes(base, own);
  };

  const root = build(value, { file: 0, route: [], mount: [], chain: [rootFile.path] });
  return { root, issues, files, includePaths: [...paths] };
}
