import type { JsonValue } from '../document/parse.ts';
import type { Route } from '../document/route.ts';
import { normalizeAgentId } from './agent-id.ts';
import type { IssueSink } from './issue-sink.ts';
import type { Generation } from './known-releases.ts';
import { isFamiliarChannel } from './rules-channels.ts';
import { isUnresolved, listAt, objectAt, textAt } from './schema-values.ts';

/** Beside the channels themselves; the last few are other names of channels. */
const HEARTBEAT_TARGETS: ReadonlySet<string> = new Set([
  'last',
  'none',
  'webchat',
  'imsg',
  'gchat',
  'google-chat',
  'teams',
]);

/** Agents must not share a directory, and what names an agent must name one that is listed. */
export function checkAgentRules(config: JsonValue, generation: Generation, sink: IssueSink): void {
  const heartbeat = (route: Route) => checkHeartbeat(config, generation, route, sink);
  const agents = listAt(config, 'agents', 'list');
  const ids = new Set(agents.map((agent) => normalizeAgentId(textAt(agent, 'id'))));
  checkAgentDirs(agents, sink);
  heartbeat(['agents', 'defaults', 'heartbeat', 'target']);
  for (const [index, agent] of agents.entries()) {
    if (sink.full()) return;
    heartbeat(['agents', 'list', index, 'heartbeat', 'target']);
    if (leavesFolder(textAt(agent, 'identity', 'avatar')))
      sink.add('rule', ['agents', 'list', index, 'identity', 'avatar'], 'avatar_outside', {});
  }
  if (ids.size > 0) checkBroadcast(config, ids, sink);
}

/** The same id twice is one agent, of which the first entry counts. */
function checkAgentDirs(agents: readonly JsonValue[], sink: IssueSink): void {
  const seen = new Set<string>();
  const owners = new Set<string>();
  for (const [index, agent] of agents.entries()) {
    const id = normalizeAgentId(textAt(agent, 'id'));
    const dir = textAt(agent, 'agentDir');
    if (owners.has(id)) continue;
    owners.add(id);
    if (!dir || isUnresolved(dir)) continue;
    const place = plainPath(dir);
    if (seen.has(place))
      sink.add('rule', ['agents', 'list', index, 'agentDir'], 'duplicate_agent_dir', {});
    seen.add(place);
  }
}

/** Without `.`, `..`, doubled and trailing slashes. */
function plainPath(path: string): string {
  const steps: string[] = [];
  for (const step of path.split(/[\\/]/)) {
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return `${/^[\\/]/.test(path) ? '/' : ''}${steps.join('/')}`;
}

/** Whether a relative path climbs out of the folder it starts in. */
function leavesFolder(path: string): boolean {
  if (isUnresolved(path) || /^(?:[a-z][a-z0-9+.-]*:|[\\/~])/i.test(path)) return false;
  return plainPath(path).split('/')[0] === '..';
}

function checkHeartbeat(
  config: JsonValue,
  generation: Generation,
  route: Route,
  sink: IssueSink,
): void {
  const target = textAt(config, ...route).toLowerCase();
  if (!target || isUnresolved(target) || HEARTBEAT_TARGETS.has(target)) return;
  if (!isFamiliarChannel(config, generation, target))
    sink.add('rule', route, 'heartbeat_target', {});
}

function checkBroadcast(config: JsonValue, ids: ReadonlySet<string>, sink: IssueSink): void {
  for (const key of Object.keys(objectAt(config, 'broadcast'))) {
    for (const [index, id] of listAt(config, 'broadcast', key).entries()) {
      if (sink.full()) return;
      if (typeof id === 'string' && !isUnresolved(id) && !ids.has(normalizeAgentId(id)))
        sink.add('rule', ['broadcast', key, index], 'broadcast_unknown_agent', {});
    }
  }
}
