import { isJsonObject } from '../document/json-object.ts';
import type { JsonValue } from '../document/parse.ts';
import type { IssueSink } from './issue-sink.ts';
import type { Generation } from './known-releases.ts';
import { checkAgentRules } from './rules-agents.ts';
import { checkBrowserRules } from './rules-browser.ts';
import { checkChannelRules } from './rules-channels.ts';
import { checkRosterRules } from './rules-roster.ts';
import { checkSandboxRules } from './rules-sandbox.ts';

/** Rules over several settings that OpenClaw's loader enforces beyond the shape of each. */
export function checkRules(config: JsonValue, generation: Generation, sink: IssueSink): void {
  if (!isJsonObject(config)) return;
  const written = (key: string) => Object.hasOwn(config, key);
  if (written('agents')) checkSandboxRules(config, sink);
  if (written('agents')) checkAgentRules(config, generation, sink);
  if (written('agents') && generation === '2026.9') checkRosterRules(config, sink);
  if (written('browser')) checkBrowserRules(config, sink);
  if (written('channels')) checkChannelRules(config, generation, sink);
}
