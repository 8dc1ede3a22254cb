import type { JsonValue } from '../document/parse.ts';
import type { IssueSink } from './issue-sink.ts';
import { listAt, textAt, valueAt } from './schema-values.ts';

/** What OpenClaw demands of several agents since it no longer takes the first for the default one. */
export function checkRosterRules(config: JsonValue, sink: IssueSink): void {
  const agents = listAt(config, 'agents', 'list');
  const marked = agents.filter((agent) => valueAt(agent, 'default') === true).length;
  const explicit = textAt(config, 'agents', 'ownership') === 'explicit';
  const place = explicit ? ['agents', 'ownership'] : ['agents', 'list'];
  if (marked > 1) sink.add('rule', place, 'roster_two_defaults', { count: marked });
  else if (explicit && marked > 0) sink.add('rule', place, 'roster_explicit_default', {});
  else if (explicit && agents.length === 0) sink.add('rule', place, 'roster_empty', {});
  else if (!explicit && agents.length > 1 && marked === 0)
    sink.add('rule', place, 'roster_no_owner', {});
}
