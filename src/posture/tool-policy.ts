/** Allow and deny lists of tools: names, groups and wildcards, and how they are matched. */
export interface ToolPolicy {
  /** Empty: everything that is not denied. */
  readonly allow: readonly string[];
  readonly deny: readonly string[];
}

export const CORE_CHANNELS = [
  'telegram',
  'whatsapp',
  'discord',
  'irc',
  'googlechat',
  'slack',
  'signal',
  'imessage',
] as const;

export const RUNTIME_TOOLS = ['exec', 'process'] as const;
export const FS_TOOLS = ['read', 'write', 'edit', 'apply_patch'] as const;
const SESSION_TOOLS = [
  'sessions_list',
  'sessions_history',
  'sessions_send',
  'sessions_spawn',
  'subagents',
  'session_status',
];
const MEMORY_TOOLS = ['memory_search', 'memory_get'];

const SMALL_GROUPS: { readonly [group: string]: readonly string[] } = {
  'group:web': ['web_search', 'web_fetch'],
  'group:memory': MEMORY_TOOLS,
  'group:sessions': SESSION_TOOLS,
  'group:ui': ['browser', 'canvas'],
  'group:messaging': ['message'],
  'group:automation': ['cron', 'gateway'],
  'group:nodes': ['nodes'],
  'group:agents': ['agents_list'],
  'group:media': ['image', 'tts'],
};
const GROUPS: { readonly [group: string]: readonly string[] } = {
  ...SMALL_GROUPS,
  'group:fs': FS_TOOLS,
  'group:runtime': RUNTIME_TOOLS,
  'group:openclaw': Object.values(SMALL_GROUPS).flat(),
};

const PROFILES: ReadonlyMap<string, readonly string[]> = new Map([
  ['minimal', ['session_status']],
  ['coding', [...FS_TOOLS, ...RUNTIME_TOOLS, ...MEMORY_TOOLS, ...SESSION_TOOLS, 'cron', 'image']],
  [
    'messaging',
    ['sessions_list', 'sessions_history', 'sessions_send', 'session_status', 'message'],
  ],
]);

/** The allow list of a tool profile; undefined for `full`, none and unknown names: no restriction. */
export function profilePolicy(profile: string | undefined): ToolPolicy | undefined {
  const allow = PROFILES.get(profile ?? '');
  return allow && { allow, deny: [] };
}

/** Trimmed, lower-case, aliases resolved: `Bash` is `exec`. */
function normalizeToolName(name: string): string {
  const text = name.trim().toLowerCase();
  if (text === 'bash') return 'exec';
  return text === 'apply-patch' ? 'apply_patch' : text;
}

function matches(list: readonly string[], tool: string): boolean {
  return list.some((written) => {
    const name = normalizeToolName(written);
    if (Object.hasOwn(GROUPS, name)) return GROUPS[name]?.includes(tool) ?? false;
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

/** Whether one policy lets a tool through. Deny wins; `exec` allowed implies `apply_patch`. */
export function policyAllows(policy: ToolPolicy | undefined, tool: string): boolean {
  if (!policy) return true;
  const name = normalizeToolName(tool);
  if (matches(policy.deny, name)) return false;
  if (policy.allow.length === 0 || matches(policy.allow, name)) return true;
  return name === 'apply_patch' && matches(policy.allow, 'exec');
}
