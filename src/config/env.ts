import type { ConfigNode } from './node.ts';
import type { WrittenAt } from './origin.ts';
import type { Substitution } from './redact.ts';

type ReadVariable = (name: string) => string | undefined;

const VARIABLE = /(\$?)\$\{([A-Z_][A-Z0-9_]*)\}/g;
/** Names that would let a config run code in the gateway; OpenClaw does not take them from there. */
const REFUSED =
  /^(?:(?:LD|DYLD)_.*|NODE_OPTIONS|NODE_PATH|BASH_ENV|ENV|BASH_FUNC_.*|PYTHONPATH|PYTHONHOME|PERL5LIB|PERL5OPT|RUBYLIB|RUBYOPT|GCONV_PATH|IFS|SSLKEYLOGFILE)$/i;
/** What is audited is decided before the config is read; a config cannot send the audit elsewhere. */
const REDIRECTING =
  /^(?:HOME|USERPROFILE|(?:OPENCLAW|CLAWDBOT|MOLTBOT)_(?:HOME|STATE_DIR|CONFIG_PATH|PROFILE|OAUTH_DIR))$/i;
const MAX_EXPANSION = 4_000_000;

/** Variables that the config itself sets because the environment leaves them unset or blank. */
export interface ConfigEnv {
  readonly values: ReadonlyMap<string, string>;
  /** The environment with these filled in. */
  readonly read: ReadVariable;
}

/** Entries of the `env` block: `env.vars` first, then strings written directly in it. */
export function readConfigEnv(root: ConfigNode, environment: ReadVariable): ConfigEnv {
  const values = new Map<string, string>();
  const take = (block: ConfigNode | undefined) => {
    if (block?.kind !== 'object') return;
    for (const [name, entry] of block.members) {
      if (entry.kind !== 'scalar' || typeof entry.value !== 'string' || !entry.value.trim())
        continue;
      if (REFUSED.test(name) || environment(name)?.trim()) continue;
      values.set(name, entry.value);
    }
  };
  const block = root.kind === 'object' ? root.members.get('env') : undefined;
  if (block?.kind === 'object') take(block.members.get('vars'));
  take(block);
  const read: ReadVariable = (name) => values.get(name) ?? environment(name);
  const lasting = new Map([...values].filter(([name]) => !REDIRECTING.test(name)));
  return { values: lasting, read };
}

interface UnsetVariable extends WrittenAt {
  readonly name: string;
}

export interface Substituted {
  readonly root: ConfigNode;
  readonly unset: readonly UnsetVariable[];
  /** What was done to the string written at a place. */
  at(place: WrittenAt): Substitution | undefined;
  /** True when the text grew so much that the rest was left as written. */
  readonly overflow: boolean;
}

const keyOf = ({ file, route }: WrittenAt) => JSON.stringify([file, route]);

/** Fills in `${NAME}` in every string. What is unset or empty stays as written. */
export function substituteVariables(root: ConfigNode, read: ReadVariable): Substituted {
  const done = new Map<string, Substitution>();
  const unset: UnsetVariable[] = [];
  let grown = 0;
  const replace = (text: string, at: WrittenAt): string => {
    if (!text.includes('${')) return text;
    const names = new Set<string>();
    const missing = new Set<string>();
    let escaped = false;
    const result = text.replace(VARIABLE, (written: string, dollar: string, name: string) => {
      if (dollar) {
        escaped = true;
        return written.slice(1);
      }
      names.add(name);
      const value = read(name);
      if (value !== undefined && value !== '' && grown + value.length <= MAX_EXPANSION) {
        grown += value.length;
        return value;
      }
      if (value === undefined || value === '') missing.add(name);
      else grown = Number.POSITIVE_INFINITY;
      return written;
    });
    if (names.size === 0 && !escaped) return text;
    done.set(keyOf(at), { names: [...names], unset: [...missing], escaped });
    for (const name of missing) unset.push({ ...at, name });
    return result;
  };
  const enter = (node: ConfigNode): ConfigNode => {
    if (node.kind === 'array') return { ...node, items: node.items.map(enter) };
    if (node.kind === 'object') {
      const members = Array.from(node.members, ([key, child]) => [key, enter(child)] as const);
      return { ...node, members: new Map(members) };
    }
    return typeof node.value === 'string' ? { ...node, value: replace(node.value, node.at) } : node;
  };
  const result = enter(root);
  return {
    root: result,
    unset,
    at: (place) => done.get(keyOf(place)),
    overflow: grown === Number.POSITIVE_INFINITY,
  };
}
