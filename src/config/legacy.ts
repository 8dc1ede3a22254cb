import { isJsonObject } from '../document/json-object.ts';
import type { Route } from '../document/route.ts';
import { formatRoute } from '../document/route.ts';
import { graft, prune } from './graft.ts';
import type { LoadedTree } from './located.ts';
import { originOf } from './origin.ts';
import { valueAt } from './schema-values.ts';
import type { ConfigIssue } from './tree.ts';

/** A key of older releases that OpenClaw 2026.2 refuses. */
interface LegacyKey {
  readonly from: Route;
  /** How the setting is written today. */
  readonly replacement: string;
  /** Where its value is taken to be written, part by part; none when only a person can tell. */
  readonly moves: readonly (readonly [from: Route, to: Route])[];
}

const moved = (from: string, to: string): LegacyKey => ({
  from: from.split('.'),
  replacement: to,
  moves: [[from.split('.'), to.split('.')]],
});
const refused = (from: string, replacement: string): LegacyKey => ({
  from: from.split('.'),
  replacement,
  moves: [],
});

const CHANNELS = ['whatsapp', 'telegram', 'discord', 'slack', 'signal', 'imessage', 'msteams'];

/** Tool settings once stood below the agent; they go first, the rest of it becomes the defaults. */
const AGENT: LegacyKey = {
  from: ['agent'],
  replacement: 'agents.defaults',
  moves: [
    [
      ['agent', 'sandbox', 'tools'],
      ['tools', 'sandbox', 'tools'],
    ],
    [
      ['agent', 'subagents', 'tools'],
      ['tools', 'subagents', 'tools'],
    ],
    [
      ['agent', 'elevated'],
      ['tools', 'elevated'],
    ],
    [
      ['agent', 'bash'],
      ['tools', 'exec'],
    ],
    [
      ['agent', 'exec'],
      ['tools', 'exec'],
    ],
    [['agent', 'tools'], ['tools']],
    [['agent'], ['agents', 'defaults']],
  ],
};

const LEGACY_KEYS: readonly LegacyKey[] = [
  ...CHANNELS.map((channel) => moved(channel, `channels.${channel}`)),
  moved('gateway.token', 'gateway.auth.token'),
  moved('tools.bash', 'tools.exec'),
  AGENT,
  moved('memorySearch', 'agents.defaults.memorySearch'),
  moved('routing.bindings', 'bindings'),
  moved('routing.agentToAgent', 'tools.agentToAgent'),
  moved('routing.queue', 'messages.queue'),
  moved('routing.groupChat.mentionPatterns', 'messages.groupChat.mentionPatterns'),
  refused('routing.groupChat.requireMention', 'channels.<channel>.groups["*"].requireMention'),
  refused('routing.allowFrom', 'channels.whatsapp.allowFrom'),
  refused('routing.agents', 'agents.list'),
  refused('routing.defaultAgentId', 'agents.list[].default'),
  refused('routing.transcribeAudio', 'tools.media.audio.models'),
  refused('identity', 'agents.list[].identity'),
  refused('messages.tts.enabled', 'messages.tts.auto'),
];

/** Objects that exist for legacy keys only and go with the last of them. */
const EMPTIED: readonly Route[] = [['routing', 'groupChat'], ['routing']];

/** Reports the keys of older releases and reads them as what replaced them. */
export function migrateLegacy(tree: LoadedTree): {
  readonly tree: LoadedTree;
  readonly issues: readonly ConfigIssue[];
} {
  const issues: ConfigIssue[] = [];
  let current = tree;
  for (const { from, replacement, moves } of LEGACY_KEYS) {
    if (valueAt(tree.value, ...from) === undefined) continue;
    issues.push({
      code: 'legacy_key',
      ...originOf(tree.origins, from),
      problem: moves.length > 0 ? 'moved' : 'not_read',
      args: { key: formatRoute(from), replacement },
    });
    for (const [part, to] of moves) current = graft(current, part, to);
    current = prune(current, from);
  }
  if (issues.length === 0) return { tree, issues };
  for (const route of EMPTIED) {
    const left = valueAt(current.value, ...route);
    if (isJsonObject(left) && Object.keys(left).length === 0) current = prune(current, route);
  }
  return { tree: current, issues };
}
