import { type ToolWords, toolWordsOf } from './tool-words.ts';

/** Allow and deny lists of tools: names, groups and wildcards, and how they are matched. */
export interface ToolPolicy {
  /** Empty: everything that is not denied. */
  readonly allow: readonly string[];
  readonly deny: readonly string[];
}

/** The allow list of a tool profile; undefined for `full`, none and unknown names: no restriction. */
export function profilePolicy(
  profile: string | undefined,
  words: ToolWords = toolWordsOf('2026.2'),
): ToolPolicy | undefined {
  const allow = words.profiles.get(profile ?? '');
  return allow && { allow, deny: [] };
}

/** Trimmed, lower-case, aliases resolved: `Bash` is `exec`. */
function normalizeToolName(name: string, { aliases }: ToolWords): string {
  const text = name.trim().toLowerCase();
  return Object.hasOwn(aliases, text) ? (aliases[text] ?? text) : text;
}

function matches(list: readonly string[], tool: string, words: ToolWords): boolean {
  return list.some((written) => {
    const name = normalizeToolName(written, words);
    if (Object.hasOwn(words.groups, name)) return words.groups[name]?.includes(tool) ?? false;
    return name.includes('*') ? matchesWildcard(name, tool) : name === tool;
  });
}

/** Whole-string match where `*` stands for anything; linear, unlike a regular expression built from input. */
export function matchesWildcard(pattern: string, text: string): boolean {
  const parts = pattern.split('*');
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  if (parts.length === 1) return pattern === text;
  if (text.length < first.length + last.length) return false;
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  let from = first.length;
  const end = text.length - last.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, from);
    if (found < 0 || found + part.length > end) return false;
    from = found + part.length;
  }
  return true;
}

/** Whether one policy lets a tool through. Deny wins; the tool that patches imply lets patches through. */
export function policyAllows(
  policy: ToolPolicy | undefined,
  tool: string,
  words: ToolWords = toolWordsOf('2026.2'),
): boolean {
  if (!policy) return true;
  const name = normalizeToolName(tool, words);
  if (matches(policy.deny, name, words)) return false;
  if (policy.allow.length === 0 || matches(policy.allow, name, words)) return true;
  return name === 'apply_patch' && matches(policy.allow, words.implyingPatch, words);
}
