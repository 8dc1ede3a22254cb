import { join } from 'node:path';
import type { Collecting } from './collect.ts';
import { property } from './collect.ts';
import type { Part } from './part.ts';
import type { McpRegistry } from './reach.ts';
import { readFileBounded } from './read-file.ts';

/** What OpenClaw itself still reads. */
const MAX_BYTES = 16 * 1024 * 1024;
const MAX_SERVERS = 1000;
const MAX_NAME = 200;

/** The MCP servers that a skill shares among agents: names only, for the rest may hold secrets. */
export function gatherMcpRegistry({ target }: Collecting): Part<McpRegistry> {
  const path = join(target.stateDir, 'skills', 'config', 'mcporter.json');
  const read = readFileBounded(path, MAX_BYTES);
  if (read.status === 'missing') return { status: 'absent' };
  if (read.status === 'failed')
    return { status: 'ok', value: { path, servers: [], failure: read.reason } };
  try {
    const servers = property(JSON.parse(new TextDecoder('utf-8').decode(read.bytes)), 'mcpServers');
    const names = typeof servers === 'object' && servers !== null ? Object.keys(servers) : [];
    const enabled = names
      .filter((name) => property(property(servers, name), 'enabled') !== false)
      .slice(0, MAX_SERVERS)
      .map((name) => name.slice(0, MAX_NAME));
    return { status: 'ok', value: { path, servers: enabled } };
  } catch {
    return { status: 'ok', value: { path, servers: [], failure: 'malformed' } };
  }
}
