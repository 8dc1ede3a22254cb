import type { JsonValue, Route } from '../document/parse.ts';
import { toCanonical } from './canonical.ts';
import type { Dialect } from './dialect.ts';
import { type ConfigEnv, readConfigEnv, substituteVariables } from './env.ts';
import { resolveIncludes, typeName } from './include.ts';
import { includeRoots } from './include-roots.ts';
import { migrateLegacy } from './legacy.ts';
import { maskText } from './mask.ts';
import { toLoadedTree } from './node.ts';
import { originOf } from './origin.ts';
import type { Redactor, SubstitutionAt } from './redact.ts';
import { valueAt } from './schema-values.ts';
import {
  createSecretResolver,
  isAuditTarget,
  type SecretReference,
  type SecretResolver,
  type SecretSources,
  secretRefOf,
} from './secret-refs.ts';
import { parseSource, type ReadFailure, type ReadOutcome, type SourceFile } from './source.ts';
import { readTextReferences } from './text-references.ts';
import type { ConfigFile, ConfigIssue, ConfigSnapshot, EnvReference, Origin } from './tree.ts';

export type { ReadOutcome };

export interface LoadInput {
  /** Absolute path of the root file. */
  readonly path: string;
  readonly read: (path: string) => ReadOutcome;
  /** Undefined when the path leads nowhere. */
  readonly realpath: (path: string) => string | undefined;
  readonly env: (name: string) => string | undefined;
  readonly redactor: Redactor;
  /** Reads a file that a secret is kept in. */
  readonly readSecretFile: SecretSources['readFile'];
}

/** A config that has been read, and is yet to be understood as one of some release. */
export interface ConfigReading {
  /** The release that last wrote the config, in its own words. */
  readonly record: string | undefined;
  as(dialect: Dialect): LoadedConfig;
}

export interface LoadedConfig {
  readonly snapshot: ConfigSnapshot;
  /** A string of the canonical config as the gateway sees it, secret or not: for collectors only. */
  readonly rawString: (...route: Route) => string | undefined;
  /** Variables that the config sets where the environment leaves them unset; unredacted. */
  readonly configEnv: ReadonlyMap<string, string>;
  /** Absolute paths of the included files that exist. */
  readonly includePaths: readonly string[];
  /** Why the root file could not be read at all. */
  readonly failure?: { readonly reason: ReadFailure; readonly detail?: string };
}

const MAX_ISSUES = 1000;

/** Reads the config as the gateway would, keeps going where the gateway would refuse, and takes secrets out. */
export function readConfig(input: LoadInput): ConfigReading {
  const outcome = input.read(input.path);
  if (outcome.status === 'missing') return nothing({ missing: true });
  if (outcome.status === 'failed') {
    const files = [{ path: input.path, positions: false }];
    const issues = outcome.reason === 'too_large' ? [rootIssue('too_large', 'file', {})] : [];
    return nothing({ files, issues, unreadable: true }, outcome);
  }
  const { source, issues } = parseSource(input.path, outcome.bytes, 0);
  source.mounts.push([]);
  const refuse = (issue: ConfigIssue) => {
    const files = [showFile(source, input.redactor)];
    const all = showIssues([...issues, issue], input.redactor);
    return nothing({ files, issues: all, unreadable: true });
  };
  const { document } = source;
  if (!document.ok) return refuse(syntaxIssue(source));
  const { value } = document;
  if (typeName(value) !== 'object') {
    return refuse(rootIssue('not_an_object', 'top_level', { type: typeName(value) }));
  }
  return readValue(source, value, issues, input);
}

const EMPTY: Omit<ConfigSnapshot, 'generation'> = {
  files: [],
  tree: {},
  origins: {},
  issues: [],
  envReferences: [],
  missing: false,
  unreadable: false,
};

const rootIssue = (
  code: ConfigIssue['code'],
  problem: string,
  args: ConfigIssue['args'],
): ConfigIssue => ({ code, file: 0, route: [], problem, args });

function nothing(
  known: Partial<ConfigSnapshot>,
  outcome?: Extract<ReadOutcome, { status: 'failed' }>,
): ConfigReading {
  const failure = outcome && {
    reason: outcome.reason,
    ...(outcome.detail !== undefined && { detail: outcome.detail }),
  };
  return {
    record: undefined,
    as: ({ generation }) => ({
      snapshot: { ...EMPTY, ...known, generation },
      rawString: () => undefined,
      configEnv: new Map(),
      includePaths: [],
      ...(failure && { failure }),
    }),
  };
}

function syntaxIssue({ text, document }: SourceFile): ConfigIssue {
  if (document.ok) return rootIssue('syntax', 'unexpected_end', {});
  const { code, detail, line, column } = document;
  if (code === 'too_deep') return { ...rootIssue(code, 'nesting', {}), line, column };
  if (/^\s*$/.test(text)) return { ...rootIssue(code, 'empty', {}), line, column };
  const problem = detail ? 'unexpected_character' : 'unexpected_end';
  return { ...rootIssue(code, problem, detail ? { character: detail } : {}), line, column };
}

function readValue(
  source: SourceFile,
  value: JsonValue,
  fileIssues: readonly ConfigIssue[],
  input: LoadInput,
  roots: readonly string[] = [],
): ConfigReading {
  const { env, redactor, readSecretFile } = input;
  const included = resolveIncludes(source, value, { ...input, roots });
  const configEnv: ConfigEnv = readConfigEnv(included.root, env);
  const substituted = substituteVariables(included.root, configEnv.read);
  const loaded = toLoadedTree(substituted.root);
  const record = valueAt(loaded.value, 'meta', 'lastTouchedVersion');
  const understand = (dialect: Dialect): LoadedConfig => {
    const more = roots.length === 0 && dialect.generation !== '2026.2' ? includeRoots(env) : [];
    // Which release reads the config is only known when it has been read once.
    if (more.length > 0) return readValue(source, value, fileIssues, input, more).as(dialect);
    const migrated = migrateLegacy(loaded);
    const canonical = toCanonical(migrated.tree, dialect);
    const tree = readTextReferences(canonical.tree, dialect.generation);
    const substitutionAt: SubstitutionAt = (route) => substituted.at(originOf(tree.origins, route));

    const issues = [
      ...fileIssues,
      ...included.issues,
      ...substituted.unset.map(
        ({ file, route, name }): ConfigIssue => ({
          code: 'env_unset',
          file,
          route,
          problem: 'unset',
          args: { name },
        }),
      ),
      ...(substituted.overflow ? [rootIssue('too_large', 'variables', {})] : []),
      ...migrated.issues,
      ...canonical.issues,
    ];
    // The tree first: secrets found in it are then hidden wherever a text repeats them.
    const refs = createSecretResolver(tree.value, {
      env: configEnv.read,
      readFile: readSecretFile,
    });
    const shown = redactor.tree(tree.value, substitutionAt, refs);
    return {
      snapshot: {
        generation: dialect.generation,
        files: included.files.map((file) => showFile(file, redactor)),
        tree: shown,
        origins: showOrigins(tree.origins, redactor),
        issues: showIssues(issues, redactor),
        envReferences: listReferences(tree.value, substitutionAt, redactor),
        ...(refs.seen.length > 0 && { secretReferences: showReferences(refs, redactor) }),
        missing: false,
        unreadable: false,
      },
      rawString: (...route) => {
        const found = valueAt(tree.value, ...route);
        if (typeof found === 'string') return found;
        const ref = isAuditTarget(route) ? secretRefOf(found) : undefined;
        return ref && refs.resolve(route, ref);
      },
      configEnv: configEnv.values,
      includePaths: included.includePaths,
    };
  };
  return { record: typeof record === 'string' ? record : undefined, as: understand };
}

function showFile({ path, text, document, mounts }: SourceFile, redactor: Redactor): ConfigFile {
  const index = document.ok ? document.index() : undefined;
  const masked = document.ok && index && maskText(text, document.comments, index, mounts, redactor);
  return {
    path,
    positions: masked !== undefined && masked !== false,
    ...(masked && { text: masked }),
  };
}

function showIssues(issues: readonly ConfigIssue[], redactor: Redactor): readonly ConfigIssue[] {
  return issues.slice(0, MAX_ISSUES).map((issue) => ({
    ...issue,
    route: redactor.route(issue.route),
    args: Object.fromEntries(
      Object.entries(issue.args).map(([name, value]) => [
        name,
        typeof value === 'string' ? redactor.text(value) : value,
      ]),
    ),
  }));
}

function showOrigins({ at, children }: Origin, redactor: Redactor): Origin {
  return {
    ...(at && { at: { file: at.file, route: redactor.route(at.route) } }),
    ...(children && {
      children: Object.fromEntries(
        Object.entries(children).map(([key, child]) => [
          redactor.key(key),
          showOrigins(child, redactor),
        ]),
      ),
    }),
  };
}

function showReferences({ seen }: SecretResolver, redactor: Redactor): readonly SecretReference[] {
  return seen.map((reference) => ({
    ...reference,
    route: redactor.route(reference.route),
    provider: redactor.text(reference.provider),
    id: redactor.text(redactor.key(reference.id)),
  }));
}

function listReferences(
  tree: JsonValue,
  substitutionAt: SubstitutionAt,
  redactor: Redactor,
): readonly EnvReference[] {
  const found: EnvReference[] = [];
  const enter = (value: JsonValue, route: Route): void => {
    if (typeof value === 'string') {
      const used = substitutionAt(route);
      if (used && used.names.length > 0) {
        const [names, unset] = [used.names.map(redactor.key), used.unset.map(redactor.key)];
        found.push({ route: redactor.route(route), names, unset });
      }
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, child] of Object.entries(value)) {
        enter(child, [...route, Array.isArray(value) ? Number(key) : key]);
      }
    }
  };
  enter(tree, []);
  return found;
}
