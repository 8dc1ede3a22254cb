import { CORE_CHANNELS } from '../config/known-channels.ts';
import type { Generation } from '../config/known-releases.ts';
import { laterWords } from './tool-words-later.ts';

/** The tools a release has, and the names it knows them by. */
export interface ToolWords {
  readonly groups: { readonly [group: string]: readonly string[] };
  readonly profiles: ReadonlyMap<string, readonly string[]>;
  /** Other names of tools. */
  readonly aliases: { readonly [name: string]: string };
  /** Allowing this one lets `apply_patch` through too. */
  readonly implyingPatch: string;
  /** What a sandbox lets through and what it keeps out unless something else is written. */
  readonly sandboxAllow: readonly string[];
  readonly sandboxDeny: readonly string[];
  /** Shown images come as this tool, which a sandbox always has unless it is denied. */
  readonly imageTool: string;
}

export const RUNTIME_TOOLS = ['exec', 'process'] as const;
export const FS_TOOLS = ['read', 'write', 'edit', 'apply_patch'] as const;
/** Tools that change the gateway itself, or what it does when nobody asks. */
export const CONTROL_TOOLS = ['automations', 'gateway', 'plugins'] as const;

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

const firstWords = (): ToolWords => ({
  groups: {
    ...SMALL_GROUPS,
    'group:fs': FS_TOOLS,
    'group:runtime': RUNTIME_TOOLS,
    'group:openclaw': Object.values(SMALL_GROUPS).flat(),
  },
  profiles: new Map([
    ['minimal', ['session_status']],
    ['coding', [...FS_TOOLS, ...RUNTIME_TOOLS, ...MEMORY_TOOLS, ...SESSION_TOOLS, 'cron', 'image']],
    [
      'messaging',
      ['sessions_list', 'sessions_history', 'sessions_send', 'session_status', 'message'],
    ],
  ]),
  aliases: { bash: 'exec', 'apply-patch': 'apply_patch' },
  implyingPatch: 'exec',
  sandboxAllow: [...RUNTIME_TOOLS, ...FS_TOOLS, 'image', ...SESSION_TOOLS],
  sandboxDeny: ['browser', 'canvas', 'nodes', 'cron', 'gateway', ...CORE_CHANNELS],
  imageTool: 'image',
});

const MAKE = { '2026.2': firstWords, '2026.9': laterWords };
const known = new Map<Generation, ToolWords>();

/** The words of a generation; made when they are first asked for. */
export function toolWordsOf(generation: Generation): ToolWords {
  const words = known.get(generation) ?? MAKE[generation]();
  known.set(generation, words);
  return words;
}
